import { describe, expect, it } from '@jest/globals';

import { testKeys } from '../../src/injection/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { EntityDefinition } from '../../src/workspace/index.ts';
import { definitionTarget, targetWorkspace } from '../../src/workspace/index.ts';
import { withDefinition } from '../../src/workspace-plan/index.ts';
import { verify } from '../verify.ts';
import { targetFor, verifyWith } from './served.ts';
import { recordsAt, recordsBefore, shop, shopWith, withRecords } from './shop.ts';

const URL = 'http://127.0.0.1:1/api/v1';

describe('the target of a definition', () => {
  it('lets every scenario and every probe pass on the reference server, and leaves the records as they were', async () => {
    let after: unknown;
    const { outcomes, probes, findings, notes, leftovers, missing, hints, summary } = await verifyWith(shop, {
      served: withRecords(shop),
      level: 'strict',
      inspect: async (url) => {
        after = await recordsAt(url);
      },
    });
    expect(after).toMatchObject(recordsBefore);
    expect({ findings, notes, leftovers, missing, hints }).toEqual({
      findings: [],
      notes: [],
      leftovers: [],
      missing: [],
      hints: [],
    });
    expect([...outcomes, ...probes].filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(summary.ok).toBe(true);
  });

  it('lets every scenario pass on a server for development, whose test keys it names', async () => {
    const server = await startServer({ definition: shop, dev: true, port: 0, log: () => undefined });
    try {
      const [first, museum] = shop.workspaces.map((each) => ({ ...each, keys: [] }));
      if (first === undefined || museum === undefined) throw new Error('the shop has no workspaces');
      const keyless = { ...shop, workspaces: [museum, first] };
      const workspace = targetWorkspace(keyless, true);
      expect(workspace).toBe(first);
      const file = definitionTarget(server.url, keyless, { workspace: first, faults: true, keys: testKeys() });
      const target = withDefinition(parseTarget(file, {}), first);
      const report = await verify({ target, senders: ['http'], level: 'documented', failOn: 'note' });
      expect([report.findings, report.notes, report.leftovers, report.missing]).toEqual([[], [], [], []]);
      expect(report.outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      // The definition's own key of the restricted workspace, as a run with keys from variables has it: the test key opens that one, too.
      const key = 'sk_museum_read_write_1';
      const mixed = { ...target, restricted: { workspace: museum.slug, mode: 'read-only', key } };
      const strict = await verify({ target: mixed, senders: ['http'], level: 'strict', failOn: 'note' });
      expect([strict.findings, strict.notes, strict.missing, strict.hints]).toEqual([[], [], [], []]);
      expect(strict.probes.find(({ probe }) => probe === 'precedence')).toMatchObject({ outcome: 'passed' });
    } finally {
      await server.close();
    }
  });

  it('creates the records that all others must reference first, each after its own', () => {
    const { ancestors, reference } = targetFor(
      shopWith((all) => all.filter(({ name }) => name !== 'Category')),
      URL,
    );
    expect(ancestors?.map(({ entity }) => entity)).toEqual(['Country']);
    expect(reference).toMatchObject({
      entity: 'address',
      parent: 'Country',
      table: 'countries',
      referencingTable: 'addresses',
    });
  });

  it('says what cannot happen in a workspace, which does not fail the run', async () => {
    const plain: EntityDefinition = { name: 'Note', table: 'notes', columns: [{ name: 'text', type: 'TEXT' }] };
    const { outcomes, probes, summary, findings } = await verifyWith(
      shopWith(() => [plain]),
      { level: 'strict' },
    );
    expect(findings).toEqual([]);
    expect(summary.ok).toBe(true);
    const left = [...outcomes, ...probes].filter(({ outcome }) => outcome === 'not-provoked');
    expect(new Set(left.map(({ reason, declared }) => `${String(declared)} ${reason}`))).toEqual(
      new Set([
        'true no entity of shop whose records can be created has a unique column with values that can vary',
        'true no record of shop can reference another one that the run creates',
        'true Note has no required column',
      ]),
    );
    expect(left).toContainEqual(expect.objectContaining({ scenario: 'uniqueConstraintViolation' }));
    expect(left).toContainEqual(expect.objectContaining({ probe: 'race-creates' }));
  });

  it('proves a unique column with ten digits, and says truly which digits a record needs where it cannot', async () => {
    const isbn = {
      name: 'isbn',
      type: 'TEXT',
      nullable: false,
      unique: true,
      constraints: [{ type: 'PATTERN', value: '^978-[0-9]{10}$' }],
    } as const;
    const shelf: EntityDefinition = {
      name: 'Shelf',
      table: 'shelves',
      columns: [{ name: 'label', type: 'TEXT', nullable: false }],
    };
    const on = { name: 'shelf_id', type: 'INTEGER', nullable: false, references: 'Shelf' } as const;
    const book: EntityDefinition = {
      name: 'Book',
      table: 'books',
      columns: [isbn, { name: 'title', type: 'TEXT', nullable: false }, on],
    };
    const label: EntityDefinition = { name: 'Tag', table: 'tags', columns: [isbn, on] };
    const { constraints, outcomes, findings, missing } = await verifyWith(shopWith(() => [shelf, book, label]));
    expect([findings, missing]).toEqual([[], []]);
    const digits = 'the 14 digits that identify a record of the run (10 for the run and 4 for the record)';
    expect(constraints?.rules.filter(({ outcome }) => outcome !== 'proven')).toMatchObject([
      {
        entity: 'Tag',
        constraint: 'UNIQUE',
        reason: expect.stringContaining(
          `no column of Tag was found to hold ${digits}, so the run could not find the records of a batch; creation and update are tested`,
        ),
      },
    ]);
    const left = outcomes.filter(
      ({ outcome, scenario }) => outcome !== 'passed' && scenario === 'uniqueConstraintViolation',
    );
    expect(new Set(left.map(({ reason }) => reason))).toEqual(
      new Set([
        `no unique text column of shop was found to hold ${digits}; the definition's rules still provoke duplicates of Book.isbn, Tag.isbn`,
      ]),
    );
  });

  it.each<[string, EntityDefinition['columns'], string]>([
    [
      'an example',
      [
        {
          name: 'code',
          type: 'TEXT',
          nullable: false,
          constraints: [
            { type: 'PATTERN', value: '^(?:)$' },
            { type: 'MIN_LENGTH', value: 200 },
          ],
        },
      ],
      'no value was found that satisfies every constraint of Note.code; give the column an "example"',
    ],
    [
      'an example that can vary',
      [
        {
          name: 'code',
          type: 'TEXT',
          nullable: false,
          unique: true,
          constraints: [{ type: 'PATTERN', value: '^(a|b)$' }],
        },
      ],
      'Note.code is unique, and no values were found that differ from record to record; give the column an "example"',
    ],
    ['text', [{ name: 'done', type: 'BOOLEAN' }], 'no column of Note was found to hold the 14 digits'],
    [
      'a first record',
      [
        { name: 'text', type: 'TEXT' },
        { name: 'note_id', type: 'INTEGER', nullable: false, references: 'Note' },
      ],
      'Note.note_id must reference a Note, which needs an existing Note, so the first one cannot be created with the API',
    ],
  ])('says which column needs %s', async (_what, columns, reason) => {
    const { missing, summary } = await verifyWith(shopWith(() => [{ name: 'Note', table: 'notes', columns }]));
    expect(missing).toEqual([expect.stringContaining(`no entity of shop can be used: ${reason}`)]);
    expect(summary.ok).toBe(false);
  });

  it('keeps what a target file says', () => {
    const [workspace] = shop.workspaces;
    if (workspace === undefined) throw new Error('the shop has no workspace');
    const entity = { name: 'Country', valid: { title: 'Land {run}' }, unique: 'title', invalid: { title: 'x' } };
    const target = withDefinition(parseTarget({ baseUrl: URL, entity }, {}), workspace);
    expect(target.entity).toEqual(entity);
    expect(target.lacks).toEqual({});
  });

  it('goes on with a server that refuses a valid record, and says so first', async () => {
    const stricter = shopWith((all) =>
      all.map((each) =>
        each.name === 'address'
          ? { ...each, columns: [...each.columns, { name: 'zip', type: 'TEXT', nullable: false }] }
          : each,
      ),
    );
    const { hints, findings, stopped } = await verifyWith(shop, { served: stricter });
    expect(stopped).toBeNull();
    expect(hints[0]).toMatch(/422 VALIDATION_ERROR .*, although the record satisfies the definition of the workspace/);
    expect(findings).toContainEqual(
      expect.objectContaining({ operationId: 'createRecord', scenario: 'success', check: 'status' }),
    );
  });
});
