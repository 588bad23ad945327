import { visible, visibleLine } from '../text/visible.ts';

/**
 * A text for anywhere in Markdown, HTML blocks and tables too: each sign that could mean something is a numeric reference, which
 * CommonMark (section 2.5) takes for nothing but the character.
 */
export function markdownText(text: string): string {
  return visibleLine(text).replace(/[^\p{L}\p{N} ,;]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** A text as a block of code, inside a fence that is longer than any in it. */
export function codeBlock(text: string, language = ''): string {
  const shown = visible(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, shown, fence].join('\n');
}

/** A row of a table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Something long, folded below a line. The line is HTML, what is inside Markdown. */
export function folded(line: string, inside: readonly string[]): string {
  return [`<details><summary>${line}</summary>`, ...inside, '</details>'].join('\n\n');
}
