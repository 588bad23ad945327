import type { ParseArgsOptionDescriptor } from 'node:util';

/** An option of a command: how it is read, and the line of `--help` that describes it. */
export interface Option extends ParseArgsOptionDescriptor {
  /** The placeholder for the value in the help, such as FILE; only for options of type string. */
  readonly value?: string;
  /** What the option does. `{default}` is replaced with its default value. */
  readonly text: string;
  /**
   * The environment variable that sets the option, if there is a conventional one such as PORT, or `null` if no variable sets it. By
   * default, it is WORKSPACE_API_ and the name of the option: WORKSPACE_API_WRITE_TARGET for `--write-target`.
   */
  readonly variable?: string | null;
}

/** The options of a command by name, without `--help`, which every command has. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What the variables of options begin with, unless there is a conventional name. */
export const VARIABLE_PREFIX = 'WORKSPACE_API_';

/** Returns the environment variable that sets an option, or `undefined` if none does. */
export function variableOf(name: string, { variable = derivedVariable(name) }: Option): string | undefined {
  return variable ?? undefined;
}

/** Returns the variable of an option that has no conventional one. */
export function derivedVariable(name: string): string {
  return `${VARIABLE_PREFIX}${name.toUpperCase().replaceAll('-', '_')}`;
}

const WIDTH = 120;

/**
 * Returns the part of a help text that lists options. `--help` is the last one.
 * @param groups the option tables by their headings; all descriptions start in the same column
 */
export function optionsHelp(groups: Readonly<Record<string, OptionTable>>): string {
  const help: Option = { type: 'boolean', text: 'print this help', variable: null };
  const sections = Object.entries(groups).map(([heading, table], index, all) => {
    const rows = Object.entries(index === all.length - 1 ? { ...table, help } : table);
    return { heading, rows: rows.map(([name, option]) => [labelOf(name, option), wordsOf(name, option)] as const) };
  });
  const column = Math.max(...sections.flatMap(({ rows }) => rows.map(([label]) => label.length))) + 4;
  return [
    ...sections.map(({ heading, rows }) => `${heading}:\n${rows.map((each) => row(...each, column)).join('')}`),
    ...variablesHelp(Object.values(groups)),
  ].join('\n');
}

function labelOf(name: string, { short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** Returns the words of a description. A line break never separates the variable from its label. */
function wordsOf(name: string, option: Option): readonly string[] {
  const variable = variableOf(name, option);
  const words = option.text.replace('{default}', String(option.default)).split(' ');
  return variable === undefined ? words : [...words, `[env: ${variable}]`];
}

/** Returns the lines of one option. A long description continues in its column. */
function row(label: string, words: readonly string[], column: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= WIDTH - column) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return `  ${label}`.padEnd(column) + `${lines.join(`\n${' '.repeat(column)}`)}\n`;
}

/** Returns what the help says about the variables, if any option has one. */
function variablesHelp(tables: readonly OptionTable[]): readonly string[] {
  const options = tables.flatMap((table) =>
    Object.entries(table).filter((entry) => variableOf(...entry) !== undefined),
  );
  if (options.length === 0) return [];
  const sentences = [
    '[env: …] is the environment variable that sets an option unless the command line does. An empty one is ignored.',
    ...(options.some(([, { type }]) => type === 'boolean')
      ? ['Options without a value take true, false, 1 or 0.']
      : []),
    ...(options.some(([, { multiple }]) => multiple === true) ? ['Repeatable ones take one value per line.'] : []),
  ];
  const [first = '', ...others] = sentences;
  return [`${[first, others.join(' ')].filter((line) => line !== '').join('\n')}\n`];
}
