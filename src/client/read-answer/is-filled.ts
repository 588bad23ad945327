/**
 * Whether a message is a template with something in the place of each `{}`.
 *
 * Not by a regular expression: with several placeholders it could be made to search for minutes by a message made for that.
 */
export function isFilled(template: string, message: string): boolean {
  const pieces = template.split('{}');
  let end = 0;
  return (
    pieces.every((piece, index) => {
      const start = pieces[index + 1] === undefined ? message.lastIndexOf(piece) : message.indexOf(piece, end);
      const fits = index > 0 ? start >= end : start === 0;
      end = start + piece.length;
      return fits;
    }) && end === message.length
  );
}
