/** Returns the entries that exist in both maps, each with its value before and after. */
export function inBoth<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): readonly (readonly [name: string, before: Value, after: Value])[] {
  return [...before].flatMap(([name, old]) => {
    const now = after.get(name);
    return now === undefined ? [] : [[name, old, now] as const];
  });
}
