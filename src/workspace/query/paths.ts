/** The paths in `fields` or `expand` as a tree: `a,b.c,b.d` becomes `a`, and `b` with `c` and `d` below it. */
export interface PathTree extends ReadonlyMap<string, PathTree> {}

/** Reads dotted paths that are separated by commas. */
export function parsePaths(list: string): PathTree {
  const root: Branch = new Map();
  for (const path of list.split(',')) {
    let branch = root;
    for (const name of path.split('.')) {
      const next = branch.get(name) ?? new Map();
      branch.set(name, next);
      branch = next;
    }
  }
  return root;
}

interface Branch extends Map<string, Branch> {}
