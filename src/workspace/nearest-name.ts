/** Returns the name that a misspelled one most likely stands for; `undefined` if none is near. Ignores the case. */
export function nearestName(misspelled: string, names: readonly string[]): string | undefined {
  const wanted = misspelled.toLowerCase();
  const near = names
    .map((name) => ({ name, edits: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= (name.length <= SHORT ? 1 : 2))
    .toSorted((one, other) => one.edits - other.edits);
  return near[0]?.name;
}

/** Short names differ little from many words, so only one edit makes them similar. */
const SHORT = 5;

/** Returns how many characters to insert, remove or replace to get from one text to the other (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, wanted] of [...other].entries()) {
      const [left = 0, above = 0, diagonal = 0] = [next[column], row[column + 1], row[column]];
      next.push(Math.min(left + 1, above + 1, diagonal + (character === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
