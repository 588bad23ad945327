import type { WorkspaceName } from '../../../server/index.ts';
import { isKeyName } from '../../../workspace/index.ts';
import { UsageError } from '../../arguments/usage-error.ts';

/** The options of every command that administers. */
export const placeOptions = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/** The option that names the workspace of a key. */
export const workspaceOption = { workspace: { type: 'string', short: 'w' } } as const;

/** What `--help` tells of those options. */
export const placeHelp = `  --data FILE           the SQLite file of the servers; without it DATABASE_URL names their PostgreSQL database
  --json                print JSON, for scripts
  --help                print this
`;

const NAME = /^(?:([a-z0-9-]+)\/)?([a-z0-9-]+)$/;

/**
 * Reads what a workspace is called: ORGANIZATION/WORKSPACE, or WORKSPACE where one organization alone has it.
 * @throws {UsageError} where it is neither
 */
export function readWorkspace(text: string): WorkspaceName {
  const [, organization, slug] = NAME.exec(text) ?? [];
  if (slug === undefined) throw new UsageError(`a workspace is called ORGANIZATION/WORKSPACE, not "${text}"`);
  return { organization, slug };
}

/**
 * Reads an option that can not be left out.
 * @throws {UsageError} where it is
 */
export function required(name: string, text: string | undefined): string {
  if (text === undefined) throw new UsageError(`--${name} is missing`);
  return text;
}

/**
 * Reads the name of a key.
 * @throws {UsageError} where no key can be called so
 */
export function readKeyName(text: string): string {
  if (isKeyName(text)) return text;
  throw new UsageError(`a key is called by at most 63 letters, digits, "_", "-" and ".", not "${text}"`);
}
