import { randomBytes } from 'node:crypto';

import { injections, isTestKey } from '../../injection/index.ts';
import type { Definition } from '../../workspace/index.ts';
import { hashOf } from '../store/key-hash.ts';
import type { Store, StoredKey } from '../store/store.ts';

/** The slugs in a path. */
interface Place {
  readonly organization: string;
  readonly workspace: string;
}

/** Finds the stored key that a test key stands for in the workspace of a path; `undefined` if it is no key. */
export type FindTestKey = (sent: string, place: Place, store: Store) => Promise<StoredKey | undefined>;

/** A definition whose workspaces have a secret key, and the test keys that stand for them. */
export interface TestKeys {
  readonly definition: Definition;
  readonly find: FindTestKey;
}

/** Lets the test keys open every workspace of a definition. A stored key belongs to one workspace, so each one gets a key of its own. */
export function withTestKeys(definition: Definition): TestKeys {
  const hidden = new Map(definition.workspaces.map(({ slug }) => [slug, randomBytes(32).toString('hex')]));
  const [any = ''] = hidden.values();
  return {
    definition: {
      ...definition,
      workspaces: definition.workspaces.map((workspace) => {
        const key = hidden.get(workspace.slug) ?? '';
        const name = `development-${key.slice(0, 8)}`;
        return { ...workspace, keys: [...workspace.keys, { name, key, permission: 'READ_WRITE' }] };
      }),
    },
    async find(sent, { organization, workspace }, store) {
      const meaning = isTestKey(sent) ? injections.keys[sent] : 'invalidApiKey';
      if (meaning === 'invalidApiKey') return undefined;
      const own = organization === definition.organization ? hidden.get(workspace) : undefined;
      const key = await store.findKey(hashOf(own ?? any));
      if (key === undefined) return undefined;
      if (meaning === 'expiredApiKey') return { ...key, expiresAt: new Date(0) };
      if (meaning === 'wrongWorkspace') return { ...key, workspace: '' };
      return meaning === 'readOnlyKey' ? { ...key, permission: 'READ_ONLY' } : key;
    },
  };
}
