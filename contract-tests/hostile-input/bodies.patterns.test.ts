import { describe, expect, it } from '@jest/globals';

import { ask, startTestServer } from '../../src/server/testing/test-server.ts';
import type { Definition } from '../../src/workspace/index.ts';

describe('a PATTERN that makes a backtracking engine explode', () => {
  const patterns = ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^([a-z]+)*$', '^(.*a){20}$'];
  const key = 'sk_live_0123456789';
  const definition: Definition = {
    organization: 'acme',
    workspaces: [
      {
        slug: 'main',
        mode: 'ACTIVE',
        entities: [
          {
            name: 'Thing',
            table: 'things',
            columns: [
              ...patterns.map((value, index) => ({
                name: `p${index}`,
                type: 'TEXT' as const,
                length: 5000,
                constraints: [{ type: 'PATTERN' as const, value }],
              })),
              { name: 'email', type: 'TEXT', length: 5000, constraints: [{ type: 'EMAIL' }] },
              { name: 'url', type: 'TEXT', length: 5000, constraints: [{ type: 'URL' }] },
            ],
          },
        ],
        keys: [{ name: 'main', key, permission: 'READ_WRITE' }],
      },
    ],
  };

  it.each<[string, string, string]>([
    ...patterns.map((pattern, index) => [pattern, `p${index}`, `${'a'.repeat(255)}!`] as [string, string, string]),
    ['EMAIL', 'email', `${'a.'.repeat(1000)}@${'a-'.repeat(1000)}!`],
    ['EMAIL with quotes', 'email', `"${'\\"'.repeat(1000)}@x`],
    ['URL', 'url', `http://${'a.'.repeat(1000)}:${'9'.repeat(1000)}!`],
    ['URL with numbers', 'url', `http://${'1.'.repeat(1500)}/ x`],
  ])('%s → 422, where backtracking would take years', async (_title, column, text) => {
    const own = await startTestServer({ definition });
    const question = { method: 'POST', path: 'acme/main/Thing', key, body: { [column]: text } };
    const details = [{ field: column }];
    expect(await ask(own, question)).toMatchObject({ status: 422, body: { error: { details } } });
    await own.close();
  });
});
