import { visible, visibleLine, withoutCommands } from '../text/visible.ts';

/**
 * Escapes text for use anywhere in Markdown, including HTML blocks and tables. Every character with a possible meaning becomes a
 * numeric reference, which CommonMark (section 2.5) always treats as plain text.
 */
export function markdownText(text: string): string {
  return visibleLine(text).replace(/[^\p{L}\p{N} ,;]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Returns text as a code block, with a fence that is longer than any in the text. */
export function codeBlock(text: string, language = ''): string {
  const shown = withoutCommands(visible(text));
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, shown, fence].join('\n');
}

/** Returns a row of a table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Folds Markdown blocks under a summary line, which is HTML. */
export function folded(line: string, inside: readonly string[]): string {
  return [`<details><summary>${line}</summary>`, ...inside, '</details>'].join('\n\n');
}
