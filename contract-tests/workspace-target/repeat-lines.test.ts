import { execFile } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import type { Target } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { ColumnDefinition, Definition, EntityDefinition } from '../../src/workspace/index.ts';
import { verify } from '../verify.ts';
import { onlyRules, targetFor } from './served.ts';

const text = (name: string): ColumnDefinition => ({ name, type: 'TEXT', nullable: false });

const named = (name: string, table: string): EntityDefinition => ({
  name,
  table,
  columns: [text('name')],
});

const number = (name: string, most: number): ColumnDefinition => ({
  name,
  type: 'INTEGER',
  nullable: false,
  constraints: [{ type: 'MAX', value: most }],
});

const required = (name: string, references: string): ColumnDefinition => ({
  name,
  type: 'INTEGER',
  nullable: false,
  references,
});

/** A clinic in which numbers may be up to a maximum. The ids of its records have the same numbers, and are small, as are the columns. */
const clinic = (most: number): Definition => ({
  organization: 'acme',
  workspaces: [
    {
      slug: 'clinic',
      mode: 'ACTIVE',
      keys: [{ name: 'all', key: 'sk_clinic_read_write', permission: 'READ_WRITE' }],
      entities: [
        named('Animal', 'animals'),
        named('Vet', 'vets'),
        named('Shelf', 'shelves'),
        {
          name: 'Visit',
          table: 'visits',
          columns: [
            required('animal_id', 'Animal'),
            required('vet_id', 'Vet'),
            { name: 'earlier_id', type: 'INTEGER', references: 'Visit' },
            text('note'),
            number('room', most),
          ],
        },
        {
          name: 'Report',
          table: 'reports',
          columns: [required('visit_id', 'Visit'), required('shelf_id', 'Shelf'), text('title'), number('pages', most)],
        },
      ],
    },
  ],
});

/** Returns what a shell prints. */
function shell(lines: string, secrets: Target['secrets']): Promise<string> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', lines], { env: { ...process.env, ...secrets } }, (_error, stdout) => resolve(stdout));
  });
}

/** Returns the entity whose record each variable is for, by the name of the variable. */
const entitiesIn = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    [...lines.matchAll(/^(ID\w*)=.*-X POST .*?clinic\/(\w+)/gm)].map(([, name = '', entity = '']) => [name, entity]),
  );

/** Returns every record of the clinic. */
async function recordsLeft(url: string): Promise<readonly unknown[]> {
  const headers = { authorization: 'Bearer sk_clinic_read_write' };
  const lists = ['Animal', 'Vet', 'Shelf', 'Visit', 'Report'].map(async (name) => {
    const { data }: { data: readonly unknown[] } = await (
      await fetch(`${url}/acme/clinic/${name}`, { headers })
    ).json();
    return data;
  });
  return (await Promise.all(lists)).flat();
}

describe('the lines that repeat a finding of a definition', () => {
  it('create the records that its request references and no others, and get the same response', async () => {
    const server = await startServer({ definition: clinic(6), port: 0, log: () => undefined });
    try {
      const target = targetFor(clinic(5), server.url);
      const report = await verify({ target, senders: ['http'], level: 'documented', selection: onlyRules });
      const found = report.findings;
      for (const { curl, response, fingerprint } of found) {
        const printed = await shell(curl, target.secrets);
        const status = Number(/^HTTP\/1\.1 (\d+)/m.exec(printed)?.[1]);
        const entities = entitiesIn(curl);
        const [sent = ''] = curl.split('\n').filter((line) => line.includes('curl -i'));
        const references = [...sent.matchAll(/"(animal|vet|visit|shelf|earlier)_id":([^,}]+)/g)].map(
          ([, column, value = '']) => [column, entities.get(/\$(ID\w*)/.exec(value)?.[1] ?? '') ?? value],
        );
        const expected = references.map(([column]) => [column, referenced[column ?? '']]);
        expect({ fingerprint, curl, status, references }).toEqual({
          fingerprint,
          curl,
          status: response?.status,
          references: expected,
        });
        const needed = new Set(curl.match(/\$ID\w*/g));
        expect(entities.size).toBe(needed.size);
      }
      expect(new Set(found.map(({ operationId }) => operationId))).toEqual(new Set(['createRecord', 'updateRecord']));
      expect(found.length).toBeGreaterThan(3);
      expect(await recordsLeft(server.url)).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

const referenced: Readonly<Record<string, string>> = {
  animal: 'Animal',
  vet: 'Vet',
  visit: 'Visit',
  shelf: 'Shelf',
  earlier: 'Visit',
};
