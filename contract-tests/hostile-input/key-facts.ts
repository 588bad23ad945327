import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fail } from '../../src/contract/index.ts';
import type { RunningServer } from '../../src/server/index.ts';
import type { Answer, Question } from '../../src/server/testing/test-server.ts';
import { ask, demoKeys } from '../../src/server/testing/test-server.ts';
import { refusal } from './refusal.ts';

/** Servers on one database, and a way to change the database directly. */
export interface Shared {
  readonly servers: readonly RunningServer[];
  change(sql: string): Promise<void>;
  /** The prefix of the server's own tables: `workspace_api.` if they are in a schema, otherwise empty. */
  readonly schema: string;
}

/** Tests that changes of keys and access modes take effect in every server immediately. */
export function keyFacts(start: () => Promise<Shared>): void {
  let shared: Shared;
  beforeAll(async () => {
    shared = await start();
  });
  afterAll(async () => {
    await Promise.all(shared.servers.map((server) => server.close()));
  });

  const askAll = (question: Question): Promise<readonly Answer[]> =>
    Promise.all(shared.servers.map((server) => ask(server, question)));

  describe('a key that has expired or been revoked', () => {
    it('→ 401 on the next request in every process, and valid again once restored', async () => {
      const question = { key: demoKeys.readOnly };
      const set = (revoked: number): Promise<void> =>
        shared.change(`UPDATE ${shared.schema}keys SET revoked = ${revoked} WHERE name = 'readOnly'`);
      for (const answer of await askAll(question)) expect(answer).toMatchObject({ status: 200 });
      await set(1);
      for (const answer of await askAll(question)) expect(answer).toMatchObject(refusal(fail('invalidApiKey')));
      await set(0);
      for (const answer of await askAll(question)) expect(answer).toMatchObject({ status: 200 });
    });
  });

  describe('the access mode changed during requests', () => {
    const write: Question = { method: 'PUT', path: '/Customer/1', body: { age: 1 } };
    const setMode = (mode: string): Promise<void> =>
      shared.change(`UPDATE ${shared.schema}workspaces SET mode = '${mode}' WHERE slug = 'sales'`);

    it('→ takes effect on the next request', async () => {
      for (const [mode, words] of [
        ['READ_ONLY', 'read-only'],
        ['DESIGN', 'design'],
        ['MAINTENANCE', 'maintenance'],
      ] as const) {
        for (const answer of await askAll(write)) expect(answer).toMatchObject({ status: 200 });
        await setMode(mode);
        const restricted = refusal(fail('workspaceRestricted', { mode: words }));
        for (const answer of await askAll(write)) expect(answer).toMatchObject(restricted);
        for (const answer of await askAll({})) expect(answer).toMatchObject({ status: 200 });
        await setMode('ACTIVE');
      }
    });

    it('→ under load, rejects every write sent after the change', async () => {
      let isChanged = false;
      let writes = 0;
      const late: number[] = [];
      const load = shared.servers.map(async (server) => {
        for (let restricted = false; !restricted;) {
          const wasChanged = isChanged;
          const { status } = await ask(server, write);
          if (wasChanged) late.push(status);
          restricted = wasChanged;
          writes += 1;
        }
      });
      while (writes < 20) await ask(shared.servers[0] ?? { url: '' });
      await setMode('READ_ONLY');
      isChanged = true;
      await Promise.all(load);
      await setMode('ACTIVE');
      expect(late).toEqual(shared.servers.map(() => 409));
    });
  });
}
