/**
 * Whether a message is a template with something in the place of each `{name}`.
 *
 * Not by a regular expression: with several placeholders it could be made to search for minutes by a message made for that.
 */
export function isFilled(template: string, message: string): boolean {
  const pieces = template.split(/\{\w+\}/);
  if (pieces.length < 2) return message === template;
  let end = 0;
  return (
    message.startsWith(pieces[0] ?? '') &&
    message.endsWith(pieces.at(-1) ?? '') &&
    pieces.every((piece) => {
      const start = message.indexOf(piece, end);
      end = start + piece.length;
      return start >= 0;
    })
  );
}
