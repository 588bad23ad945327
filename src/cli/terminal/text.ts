import { styleText } from 'node:util';

/** Whether to write colours to a stream: on a terminal, and never with NO_COLOR (no-color.org). */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment = process.env): boolean {
  return stream.isTTY === true && (environment.NO_COLOR ?? '') === '';
}

/** Makes a text bold, where colours are wanted at all. */
export function bold(text: string, colour: boolean): string {
  return colour ? styleText('bold', text, { validateStream: false }) : text;
}

/** Rows under a heading, each column as wide as its widest text. */
export function textTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
