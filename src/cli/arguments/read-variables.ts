import type { Option, OptionTable } from './option-table.ts';
import { variableOf } from './option-table.ts';
import { UsageError } from './usage-error.ts';
import { withoutSecrets } from './without-secrets.ts';

/** An option that an environment variable sets. */
export interface OptionFromVariable {
  readonly name: string;
  readonly variable: string;
  readonly value: string | boolean | readonly string[];
}

/**
 * Reads the options that environment variables set. An empty variable counts as not set, because Compose files and workflows pass
 * empty variables on.
 * @throws {UsageError} if the variable of an option without a value is neither true nor false
 */
export function readVariables(table: OptionTable, environment: NodeJS.ProcessEnv): readonly OptionFromVariable[] {
  return Object.entries(table).flatMap(([name, option]) => {
    const variable = variableOf(name, option);
    const text = variable === undefined ? '' : (environment[variable] ?? '');
    if (variable === undefined || text === '') return [];
    return [{ name, variable, value: valueOf(option, variable, text) }];
  });
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function valueOf({ type, multiple }: Option, variable: string, text: string): OptionFromVariable['value'] {
  if (type === 'boolean') {
    const flag = FLAGS.get(text.toLowerCase());
    if (flag === undefined)
      throw new UsageError(`${variable} takes true, false, 1 or 0, not "${withoutSecrets(text)}"`);
    return flag;
  }
  return multiple === true ? linesOf(text) : text;
}

/** A value can contain commas and spaces, but no line breaks: neither a header nor an origin or a name can. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
