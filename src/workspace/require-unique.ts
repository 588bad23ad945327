import { DefinitionError } from './definition-error.ts';

/**
 * Requires that no two items have the same value in a member. The case of names does not tell them apart, because the tables
 * and columns of a database are not told apart by it.
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
      throw new DefinitionError(`${path}/${index}/${member}`, `"${name}" is there twice; choose another`);
    seen.add(name.toLowerCase());
  });
}
