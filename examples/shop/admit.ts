import { fail } from '../../src/plugins/index.ts';

interface Key {
  readonly workspace: string;
  readonly readOnly?: boolean;
  readonly revoked?: boolean;
  readonly expires?: Date;
}

const ORGANIZATION = 'acme-corp';

const keys: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['sk_live_shop_read_write', { workspace: 'sales' }],
  ['sk_live_shop_read_only', { workspace: 'sales', readOnly: true }],
  ['sk_live_shop_expired', { workspace: 'sales', expires: new Date('2025-01-01T00:00:00Z') }],
  ['sk_live_shop_revoked', { workspace: 'sales', revoked: true }],
  ['sk_live_shop_archive', { workspace: 'archive' }],
]);

/** The access modes of the workspaces that do not allow writes. */
const modes: ReadonlyMap<string, string> = new Map([['archive', 'read-only']]);

/** The parts of a request that decide whether it is admitted. */
export interface Attempt {
  readonly authorization: string | undefined;
  readonly organization: string;
  readonly workspace: string;
  readonly method: string;
}

/** Throws if a request is not allowed. Checks the API key first, so that unauthenticated callers learn nothing else. */
export function admit({ authorization = '', organization, workspace, method }: Attempt): void {
  const key = keys.get(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
  if (key === undefined || key.revoked) throw fail('invalidApiKey');
  if (key.expires !== undefined && key.expires <= new Date()) throw fail('expiredApiKey');
  if (organization !== ORGANIZATION || workspace !== key.workspace) throw fail('wrongWorkspace');
  if (method === 'GET' || method === 'HEAD') return;
  if (key.readOnly) throw fail('readOnlyKey');
  const mode = modes.get(workspace);
  if (mode !== undefined) throw fail('workspaceRestricted', { mode });
}
