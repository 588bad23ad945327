import type { CommandOptions, Ended } from './run-command.ts';
import { runNode } from './run-command.ts';

/** A command to run: its words, and its standard input. */
export interface Call {
  readonly words: readonly string[];
  readonly input?: string;
}

const MAIN = new URL('../src/cli/main.ts', import.meta.url).href;

const MARK = '\nended with ';

/** Runs src/cli/main.ts once for each call, and writes its exit code to both outputs after each. */
const PROGRAM = `
import { Readable } from 'node:stream';

for (const each of [process, process.stdout, process.stderr]) each.setMaxListeners(0);
for (const [index, { words, input = '' }] of JSON.parse(process.argv[1]).entries()) {
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  process.argv = [process.execPath, 'main.ts', ...words];
  process.exitCode = undefined;
  await import('${MAIN}?' + index);
  const ended = ${JSON.stringify(MARK)} + process.exitCode + '\\n';
  await new Promise((resolve) => process.stdout.write(ended, resolve));
  process.stderr.write(ended);
}
process.exitCode = 0;
`;

/**
 * Runs commands one after the other in one process, whose standard output they share, because starting a process takes
 * longer than most commands. A command that runs until it is stopped, or that ends the process itself, needs its own.
 */
export async function runInTurn(calls: readonly Call[], options: CommandOptions = {}): Promise<readonly Ended[]> {
  const { code, stdout, stderr } = await runNode(
    ['--input-type=module', '-e', PROGRAM, JSON.stringify(calls)],
    options,
  );
  const errors = endings(stderr);
  if (code !== 0 || errors.length !== calls.length) throw new Error(`not every command ended:\n${stderr}`);
  // Nothing is read from a standard output that is redirected.
  const outputs = endings(stdout);
  return errors.map((ended, index) => ({ code: ended.code, stdout: outputs[index]?.text ?? '', stderr: ended.text }));
}

function endings(text: string): readonly { readonly code: number; readonly text: string }[] {
  const parts = text.split(new RegExp(`${MARK}(\\d)\n`));
  return parts.flatMap((part, index) => (index % 2 === 1 ? { code: Number(part), text: parts[index - 1] ?? '' } : []));
}
