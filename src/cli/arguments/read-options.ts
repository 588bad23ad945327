import { parseArgs, types } from 'node:util';

import { complain } from '../output/complain.ts';
import { misspelledVariables } from './misspelled-variables.ts';
import type { OptionTable } from './option-table.ts';
import { readVariables } from './read-variables.ts';
import { UsageError } from './usage-error.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Reads the options of a command that accepts no positional arguments.
 * @throws {UsageError} for an unknown option, an option without its value, or a positional argument
 */
export function readOptions<Options extends OptionTable>(
  words: readonly string[],
  options: Options,
  environment = process.env,
) {
  return readCall(words, options, [], environment);
}

/**
 * Reads the options and the positional arguments of a command. `names` lists the arguments it requires, in order; a name that ends
 * with `…` can be repeated. Environment variables set the options that the command line does not. A variable that looks misspelled causes a warning on standard error.
 * @throws {UsageError} for an unknown option, an option without its value, or a missing or unexpected argument
 */
export function readCall<Options extends OptionTable>(
  words: readonly string[],
  options: Options,
  names: readonly string[],
  environment = process.env,
) {
  const { values, positionals, tokens } = parse(words, options);
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing.replace(/…$/, '')} is missing`);
  const surplus = positionals[names.length];
  if (surplus !== undefined && names.at(-1)?.endsWith('…') !== true)
    throw new UsageError(`unexpected argument "${surplus}"`);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const others = Object.fromEntries(Object.entries(options).filter(([name]) => !given.includes(name)));
  const fromVariables = readVariables(others, environment);
  for (const warning of misspelledVariables(options, environment)) complain(warning);
  const all: typeof values = {
    ...values,
    ...Object.fromEntries(fromVariables.map(({ name, value }) => [name, value])),
  };
  /** Returns how messages name an option: by the variable that sets it, such as PORT, or else as `--port`. */
  const nameOf = (option: keyof Options & string): string =>
    fromVariables.find(({ name }) => name === option)?.variable ?? `--${option}`;
  return { options: all, words: positionals, nameOf };
}

/**
 * Reads an option whose value is a whole number. `name` is `--port` or the variable that sets the option.
 * @throws {UsageError} if the value is not a whole number, or is out of range
 */
export function readNumber(name: string, text: string, range: { readonly min: number; readonly max: number }): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= range.min && number <= range.max) return number;
  throw new UsageError(`${name} takes a whole number from ${range.min} to ${range.max}, not "${withoutSecrets(text)}"`);
}

/** The valid values of `--port`; 0 picks a free port. */
export const portRange = { min: 0, max: 65_535 } as const;

function parse<Options extends OptionTable>(words: readonly string[], options: Options) {
  try {
    return parseArgs({
      args: [...words],
      options,
      strict: true,
      allowPositionals: true,
      allowNegative: true,
      tokens: true,
    });
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
