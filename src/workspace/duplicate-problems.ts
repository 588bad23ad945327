import type { DefinitionProblem } from './definition-error.ts';

/** Returns the items whose value in a member an earlier one has. Ignores the case of names, as databases do for tables and columns. */
export function duplicateProblems<Item extends object>(
  path: string,
  items: readonly Item[],
  member: keyof Item & string,
): readonly DefinitionProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const name = String(item[member]);
    const isRepeated = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isRepeated
      ? [{ path: `${path}/${index}/${member}`, message: `"${name}" is used twice; choose another` }]
      : [];
  });
}
