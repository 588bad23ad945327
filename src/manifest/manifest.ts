import { existsSync, readFileSync } from 'node:fs';

/** The members of a package.json that the code of the package uses. */
export interface Manifest {
  readonly name: string;
  /** Missing in the repository, whose packages each have their own version. */
  readonly version?: string;
  /** Where people read about it. */
  readonly homepage: string;
  readonly engines: { readonly node: string };
}

/** The package.json of the package that contains this code; in the repository, that of the repository. */
export const manifest: Manifest = JSON.parse(readFileSync(nearest(new URL('.', import.meta.url)), 'utf8'));

/** The version of the package, for people to read. */
export const version = manifest.version ?? '(repository)';

function nearest(folder: URL): URL {
  const file = new URL('package.json', folder);
  return existsSync(file) ? file : nearest(new URL('..', folder));
}
