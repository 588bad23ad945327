/** What `fields` or `expand` lists, as a tree: `a,b.c,b.d` is `a` and, below `b`, `c` and `d`. */
export interface PathTree extends ReadonlyMap<string, PathTree> {}

/** Reads a comma list of dotted paths. */
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
