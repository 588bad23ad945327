/** How many characters a text has, counted in code points: an emoji is one, as it is for PostgreSQL and for JSON Schema. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}
