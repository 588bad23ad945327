import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ColumnDefinition } from '../../src/workspace/index.ts';
import { parseDefinition } from '../../src/workspace/index.ts';
import { workspaceModule } from '../../src/workspace-types/index.ts';
import helpdesk from '../fixtures/helpdesk.json' with { type: 'json' };
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

  // Each changes one fact of a column.
  const changes: Readonly<Record<string, (column: ColumnDefinition) => ColumnDefinition>> = {
    'Ticket.title has another name': (column) => ({ ...column, name: 'subject' }),
    'Ticket.due_on is text': (column) => ({ ...column, type: 'TEXT' }),
    'Ticket.hours is a whole number and references agents': (column) => ({
      ...column,
      type: 'INTEGER',
      references: 'Agent',
    }),
    'Ticket.urgent can be null': (column) => ({ ...column, nullable: true }),
    'Agent.name is unique': (column) => ({ ...column, unique: true }),
    'Ticket.agent_id references tags': (column) => ({ ...column, references: 'Tag' }),
    'Ticket.reporter can be null': (column) => ({ ...column, nullable: true }),
  };

  it('are really tested: those of a definition with another fact do not pass', async () => {
    const [workspace] = (await parseDefinition(helpdesk)).workspaces;
    if (workspace === undefined) throw new Error('the definition has no workspace');
    const texts = Object.entries(changes).flatMap(([fact, change], index) => {
      const entities = workspace.entities.map((entity) => ({
        ...entity,
        columns: entity.columns.map((each) => (fact.startsWith(`${entity.name}.${each.name} `) ? change(each) : each)),
      }));
      return [
        [`${FOLDER}fact-${index}.ts`, workspaceModule('acme', { ...workspace, entities })],
        [`${FOLDER}fact-${index}-tests.ts`, workspaceTypeTests(workspace, CLIENT, `./fact-${index}.ts`)],
      ] as const;
    });
    const found = complaints(Object.fromEntries(texts));
    const passed = Object.keys(changes).filter((_, index) => found.every((each) => !each.includes(`fact-${index}-`)));
    expect(passed).toEqual([]);
  });
});
