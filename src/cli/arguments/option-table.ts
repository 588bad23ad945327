import type { ParseArgsOptionDescriptor } from 'node:util';

/** An option of a command: how it is read, and the line of `--help` that describes it. */
export interface Option extends ParseArgsOptionDescriptor {
  /** The placeholder for the value in the help, such as FILE; only for options of type string. */
  readonly value?: string;
  /** What the option does. `{default}` is replaced with its default value. */
  readonly text: string;
}

/** The options of a command by name, without `--help`, which every command has. */
export type OptionTable = Readonly<Record<string, Option>>;

const WIDTH = 120;

/**
 * Returns the part of a help text that lists options. `--help` is the last one.
 * @param groups the option tables by their headings; all descriptions start in the same column
 */
export function optionsHelp(groups: Readonly<Record<string, OptionTable>>): string {
  const help: Option = { type: 'boolean', text: 'print this help' };
  const sections = Object.entries(groups).map(([heading, table], index, all) => {
    const rows = Object.entries(index === all.length - 1 ? { ...table, help } : table);
    return { heading, rows: rows.map(([name, option]) => [labelOf(name, option), textOf(option)] as const) };
  });
  const column = Math.max(...sections.flatMap(({ rows }) => rows.map(([label]) => label.length))) + 4;
  return sections
    .map(({ heading, rows }) => `${heading}:\n${rows.map(([label, text]) => row(label, text, column)).join('')}`)
    .join('\n');
}

function labelOf(name: string, { short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function textOf({ text, default: byDefault }: Option): string {
  return text.replace('{default}', String(byDefault));
}

/** Returns the lines of one option. A long description continues in its column. */
function row(label: string, text: string, column: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= WIDTH - column) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return `  ${label}`.padEnd(column) + `${lines.join(`\n${' '.repeat(column)}`)}\n`;
}
