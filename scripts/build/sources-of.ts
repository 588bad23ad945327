import { join } from 'node:path/posix';

import ts from 'typescript';

/** Files of the repository, and what they need. */
export interface Sources {
  /** The text of each, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The names of the packages that they import. */
  readonly imported: ReadonlySet<string>;
}

/**
 * Reads some files of the repository and every TypeScript or JSON file that they import, directly or not, also for its types alone. Leaves
 * out those that do not exist, which the compiler reports.
 */
export function sourcesOf(root: string, entries: readonly string[]): Sources {
  const files = new Map<string, string>();
  const imported = new Set<string>();
  const read = (file: string): void => {
    if (files.has(file) || !/(?<!\.d)\.ts$|\.json$/.test(file)) return;
    const text = ts.sys.readFile(root + file);
    if (text === undefined) return;
    files.set(file, text);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const name = /^(@[^/]+\/)?[^./][^/]*/.exec(fileName)?.[0];
      if (name === undefined) read(join(file, '..', fileName));
      else if (!name.startsWith('node:')) imported.add(name);
    }
  };
  for (const entry of entries) read(entry);
  return { files, imported };
}
