import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';

/**
 * Parses the arguments of a script. Prints the help and exits with 0 if `--help` is among them, and exits with 2, after one line
 * on what is wrong, if they are not what `config` describes.
 */
export function parseOptions<T extends ParseArgsConfig>(help: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).includes('--help')) {
    console.log(help.trimEnd());
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error));
  }
}

/** Exits with 2, for a script that was called wrongly or cannot do its work. */
export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
