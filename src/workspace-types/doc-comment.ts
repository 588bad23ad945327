/** Returns a doc comment of several paragraphs, with a line break at its end. Returns nothing if there is nothing to say. */
export function docComment(paragraphs: readonly (string | undefined)[], indent = ''): string {
  const text = paragraphs
    .filter((paragraph) => paragraph !== undefined)
    .join('\n\n')
    // The end of the comment.
    .replaceAll('*/', '*\\/');
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trimEnd());
  if (text === '') return '';
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  const rows = lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`);
  return `${indent}/**\n${rows.join('')}${indent} */\n`;
}
