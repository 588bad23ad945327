import type { ParseArgsOptionsConfig } from 'node:util';
import { parseArgs } from 'node:util';

import { UsageError } from './usage-error.ts';

/**
 * Reads the options of a command.
 * @throws {UsageError} for an option that it does not have, one without its value, or a word that is no option
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  return parse(words, options, false).values;
}

/**
 * Reads the options of a command that takes words besides, and those words in the order of their names.
 * @throws {UsageError} as above, or where there are not as many words as names
 */
export function readCall<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
  names: readonly string[],
) {
  const { values, positionals } = parse(words, options, true);
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  const surplus = positionals[names.length];
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one word too many`);
  return { options: values, words: positionals };
}

/**
 * Reads a whole number out of an option.
 * @throws {UsageError} where it is none, or out of range
 */
export function readNumber(name: string, text: string, range: { readonly min: number; readonly max: number }): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= range.min && number <= range.max) return number;
  throw new UsageError(`--${name} takes a whole number from ${range.min} to ${range.max}, not "${text}"`);
}

/** The ports that a server can be told to listen on; 0 lets the system pick. */
export const portRange = { min: 0, max: 65_535 } as const;

function parse<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
  allowPositionals: boolean,
) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('. ')[0]);
    throw error;
  }
}
