/** The number of characters (code points) in a string. An emoji counts as one, as in PostgreSQL and JSON Schema. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}
