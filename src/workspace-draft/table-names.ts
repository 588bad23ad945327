/** Returns a name for the table of each entity: the plural of its name in snake case. No two are the same, ignoring case. */
export function tableNames(entities: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return entities.map((entity) => {
    const name = pluralOf(entity.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()).slice(0, LONGEST);
    const numbered = [name, ...entities.map((_, index) => `${name}_${index + 2}`)].find((each) => !taken.has(each));
    taken.add(numbered ?? name);
    return numbered ?? name;
  });
}

/** Leaves room for a number. */
const LONGEST = 58;

function pluralOf(word: string): string {
  if (/[^aeiou_]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
