import type { ParseArgsOptionsConfig } from 'node:util';
import { parseArgs, types } from 'node:util';

import { UsageError } from './usage-error.ts';

/**
 * Reads the options of a command that accepts no positional arguments.
 * @throws {UsageError} for an unknown option, an option without its value, or a positional argument
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  return readCall(words, options, []).options;
}

/**
 * Reads the options and the positional arguments of a command. `names` lists the arguments it requires, in order.
 * @throws {UsageError} for an unknown option, an option without its value, or a missing or unexpected argument
 */
export function readCall<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
  names: readonly string[],
) {
  const { values, positionals } = parse(words, options);
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  const surplus = positionals[names.length];
  if (surplus !== undefined) throw new UsageError(`unexpected argument "${surplus}"`);
  return { options: values, words: positionals };
}

/**
 * Reads an option whose value is a whole number.
 * @throws {UsageError} if the value is not a whole number, or is out of range
 */
export function readNumber(name: string, text: string, range: { readonly min: number; readonly max: number }): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= range.min && number <= range.max) return number;
  throw new UsageError(`--${name} takes a whole number from ${range.min} to ${range.max}, not "${text}"`);
}

/** The valid values of `--port`; 0 picks a free port. */
export const portRange = { min: 0, max: 65_535 } as const;

function parse<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
  } catch (error) {
    if (types.isNativeError(error) && error.name === 'TypeError') throw new UsageError(inPlainWords(error.message));
    throw error;
  }
}

/** Names the option that a message of `parseArgs` quotes, and says what is wrong with it. */
function inPlainWords(message: string): string {
  const [, option = '', takesValue] = /'(?:-\w, )?(-[^ ']*)( <value>)?/.exec(message) ?? [];
  if (message.startsWith('Unknown option')) return `unknown option ${option}`;
  if (message.includes('does not take')) return `${option} takes no value`;
  if (takesValue !== undefined) return `${option} needs a value`;
  return `${option} needs a value; if the value starts with "-", write ${option}=VALUE`;
}
