import { DefinitionError } from './definition-error.ts';

/**
 * Requires that no two items have the same value in a member. Ignores the case of names, as databases do for tables and columns.
 * @throws {DefinitionError}
 */
export function requireUnique<Item extends object>(
  path: string,
  items: readonly Item[],
  member: keyof Item & string,
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const name = String(item[member]);
    if (seen.has(name.toLowerCase()))
      throw new DefinitionError(`${path}/${index}/${member}`, `"${name}" is used twice; choose another`);
    seen.add(name.toLowerCase());
  });
}
