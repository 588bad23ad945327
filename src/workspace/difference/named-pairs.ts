/** The items of two lists, matched by name. */
export interface NamedPairs<Item> {
  readonly both: readonly (readonly [before: Item, after: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  /** Whether the items that are in both lists are in another order. */
  readonly isReordered: boolean;
}

/** Matches the items of two lists by name. The case of a name matters. */
export function namedPairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): NamedPairs<Item> {
  const [old, now] = [before, after].map((items) => new Map(items.map((item) => [nameOf(item), item])));
  const both = before.flatMap((item) => {
    const match = now?.get(nameOf(item));
    return match === undefined ? [] : [[item, match] as const];
  });
  const kept = after.filter((item) => old?.has(nameOf(item)) === true);
  return {
    both,
    removed: before.filter((item) => now?.has(nameOf(item)) !== true),
    added: after.filter((item) => old?.has(nameOf(item)) !== true),
    isReordered: both.some(([, item], index) => item !== kept[index]),
  };
}
