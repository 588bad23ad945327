import { fileURLToPath } from 'node:url';

/** The root of this repository, which is the default of scripts with the option `--root`. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('../../', import.meta.url));
