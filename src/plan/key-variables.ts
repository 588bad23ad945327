import type { TargetKeys } from './target.ts';

/** The keys of a target, and the key of its restricted workspace. */
type KeyRole = keyof TargetKeys | 'restricted';

/** The environment variables of the keys, if a definition describes the workspace. */
export const keyVariables = {
  readWrite: 'WORKSPACE_API_KEY_READ_WRITE',
  readOnly: 'WORKSPACE_API_KEY_READ_ONLY',
  expired: 'WORKSPACE_API_KEY_EXPIRED',
  revoked: 'WORKSPACE_API_KEY_REVOKED',
  otherWorkspace: 'WORKSPACE_API_KEY_OTHER_WORKSPACE',
  restricted: 'WORKSPACE_API_KEY_RESTRICTED',
} as const satisfies Record<KeyRole, string>;
