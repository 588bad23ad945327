import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseDefinition } from '../../src/workspace/index.ts';
import { workspaceModule } from '../../src/workspace-types/index.ts';
import { complaints } from './compile.ts';
import { arbitraryEntities } from './workspace-definitions.ts';
import { workspaceTypeTests } from './workspace-type-tests.ts';

const FOLDER = 'contract-tests/client/';
const CLIENT = '../../src/client/index.ts';

describe('the types of a workspace', () => {
  it('accept what its definition allows and reject everything else, for fifty random definitions', async () => {
    const definitions = fc.sample(arbitraryEntities, { numRuns: 50, seed: 20_261_128 });
    const texts: Record<string, string> = {};
    for (const [index, entities] of definitions.entries()) {
      const written = { organization: 'acme', workspaces: [{ slug: 'random', mode: 'ACTIVE', entities }] };
      const { organization, workspaces } = await parseDefinition(written);
      for (const workspace of workspaces) {
        texts[`${FOLDER}random-${index}.ts`] = workspaceModule(organization, workspace);
        texts[`${FOLDER}random-${index}-tests.ts`] = workspaceTypeTests(workspace, CLIENT, `./random-${index}.ts`);
      }
    }
    expect(Object.keys(texts)).toHaveLength(100);
    expect(complaints(texts)).toEqual([]);
  });
});
