import type { WorkspaceName } from '../../../server/index.ts';
import { isKeyName } from '../../../workspace/index.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';

/**
 * The options that all `admin` commands share. Only the database is the same for every call, so no environment variable sets any other
 * option of `admin`.
 */
export const placeOptions = {
  data: {
    type: 'string',
    value: 'FILE',
    text: 'the SQLite file of the servers (default: the PostgreSQL database that DATABASE_URL names)',
  },
  json: { type: 'boolean', default: false, text: 'print JSON', variable: null },
} satisfies OptionTable;

/** The options of the commands that are only for SQLite files. */
export const fileOptions = {
  ...placeOptions,
  data: { ...placeOptions.data, text: 'the SQLite file of the servers' },
} satisfies OptionTable;

/** The option that names the workspace of a key. */
export const workspaceOption = {
  workspace: {
    type: 'string',
    short: 'w',
    value: 'NAME',
    text: 'ORGANIZATION/WORKSPACE; WORKSPACE is enough if only one organization has a workspace of that name',
    variable: null,
  },
} satisfies OptionTable;

const NAME = /^(?:([a-z0-9-]+)\/)?([a-z0-9-]+)$/;

/**
 * Reads the name of a workspace: ORGANIZATION/WORKSPACE or WORKSPACE.
 * @throws {UsageError} if it is neither
 */
export function readWorkspace(text: string): WorkspaceName {
  const [, organization, slug] = NAME.exec(text) ?? [];
  if (slug === undefined)
    throw new UsageError(`the name of a workspace is ORGANIZATION/WORKSPACE or WORKSPACE, not "${text}"`);
  return { organization, slug };
}

/**
 * Returns the value of a required option.
 * @throws {UsageError} if the option is missing
 */
export function required(name: string, text: string | undefined): string {
  if (text === undefined) throw new UsageError(`--${name} is missing`);
  return text;
}

/**
 * Reads the name of a key.
 * @throws {UsageError} if it is not a valid name
 */
export function readKeyName(text: string): string {
  if (isKeyName(text)) return text;
  throw new UsageError(
    `the name of a key has at most 63 characters: letters, digits, "_", "-" and "."; "${text}" is not valid`,
  );
}
