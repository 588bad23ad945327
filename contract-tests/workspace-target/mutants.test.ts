import { describe, expect, it } from '@jest/globals';

import type { Code } from '../../src/contract/index.ts';
import { contract, isObject } from '../../src/contract/index.ts';
import type { TestedRule } from '../../src/plan/index.ts';
import type { Report } from '../../src/verifier/index.ts';
import type { ColumnDefinition, Definition } from '../../src/workspace/index.ts';
import { columnTypes, exampleValue } from '../../src/workspace/index.ts';
import { bendErrors, bendMessages, bendRequests, bendResponses, jsonOf } from '../mutants/bend.ts';
import type { Bending } from '../mutants/bending.ts';
import { onlyRules, verifyWith } from './served.ts';
import { recordsAt, recordsBefore, shop, shopWith, withRecords } from './shop.ts';

const proven = await verifyWith(shop, { selection: onlyRules });
const rules = proven.constraints?.rules ?? [];
const nameOf = ({ entity, column, constraint }: TestedRule): string => `${entity}.${column} ${constraint}`;
const failedIn = ({ constraints }: Report): readonly string[] =>
  (constraints?.rules ?? []).filter(({ outcome }) => outcome === 'failed').map(nameOf);
const provenIn = ({ constraints }: Report): readonly string[] =>
  (constraints?.rules ?? []).filter(({ outcome }) => outcome === 'proven').map(nameOf);

describe('the reference server', () => {
  it('obeys every rule of a definition with every type, every constraint and every kind of reference', () => {
    expect(proven.constraints).toMatchObject({ declared: rules.length, proven: rules.length });
    const kinds = new Set(rules.map(({ constraint }) => constraint));
    const declarable = Object.keys(contract.constraintMessages).filter(
      (name) => !['INTEGER_RANGE', 'NUL_CHARACTER', 'UNKNOWN_FIELD', 'GENERATED_FIELD'].includes(name),
    );
    expect([...kinds].toSorted()).toEqual([...declarable, 'ON_DELETE', 'REFERENCES', 'UNIQUE'].toSorted());
    expect([proven.findings, proven.notes, proven.leftovers]).toEqual([[], [], []]);
  });
});

/** Returns a column without one of its rules. */
function without(column: ColumnDefinition, { constraint }: TestedRule): ColumnDefinition {
  const { references: _references, ...others } = column;
  switch (constraint) {
    case 'REQUIRED':
      return { ...column, nullable: true };
    case 'LENGTH':
      return { ...column, length: 5000 };
    case 'UNIQUE':
      return { ...column, unique: false };
    case 'REFERENCES':
      return others;
    default:
      return { ...column, constraints: column.constraints?.filter(({ type }) => type !== constraint) ?? [] };
  }
}

/** The rules without which a server behaves in the same way, because other constraints allow no text of that length. */
const SUPERFLUOUS = ['Category.code LENGTH', 'Category.label LENGTH'];

describe('a server that does not enforce', () => {
  // Columns do not depend on each other, so each run leaves out one rule of every column.
  const droppable = Map.groupBy(
    rules.filter(({ constraint }) => constraint !== 'TYPE' && constraint !== 'ON_DELETE'),
    ({ entity, column }) => `${entity}.${column}`,
  );
  const rounds = Math.max(...[...droppable.values()].map(({ length }) => length));

  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'rule %i of each column is found, column by column',
    async (round) => {
      const dropped = [...droppable.values()].flatMap((all) => all.slice(round, round + 1));
      const served = shopWith((entities) =>
        entities.map((entity) => ({
          ...entity,
          columns: entity.columns.map((column) => {
            const rule = dropped.find((each) => each.entity === entity.name && each.column === column.name);
            return rule === undefined ? column : without(column, rule);
          }),
        })),
      );
      let after: Awaited<ReturnType<typeof recordsAt>> = {};
      const report = await verifyWith(shop, {
        served: withRecords(served),
        selection: onlyRules,
        inspect: async (url) => {
          after = await recordsAt(url);
        },
      });
      for (const [name, before] of Object.entries(recordsBefore)) {
        const [kept = [], others = []] = [after[name]?.slice(0, before.length), after[name]?.slice(before.length)];
        expect(kept).toMatchObject(before);
        // A record that was accepted without any value of the run cannot be recognized, so it is left, and the report says so.
        const left = report.leftovers.filter(({ collection }) => collection.endsWith(`/${name}`));
        expect(left.map(({ record }) => record)).toEqual(expect.arrayContaining(others.map(({ id }) => String(id))));
      }
      const expected = dropped.flatMap((rule) =>
        rule.constraint === 'REFERENCES' ? [rule, { ...rule, constraint: 'ON_DELETE' }] : [rule],
      );
      const names = expected.map(nameOf).filter((name) => !SUPERFLUOUS.includes(name));
      expect(failedIn(report).toSorted()).toEqual(names.toSorted());
      const left = expected.map(nameOf);
      expect(provenIn(report).filter((name) => left.includes(name))).toEqual([]);
      for (const { entity, column, rule, constraint } of expected) {
        if (SUPERFLUOUS.includes(`${entity}.${column} ${constraint}`)) continue;
        const found = [...report.findings, ...report.notes].filter(
          ({ tests }) => tests?.constraint === constraint && tests.column === column && tests.entity === entity,
        );
        expect(found.map(({ message }) => message)).toContainEqual(
          expect.stringContaining(`${entity}.${column} ${constraint === 'ON_DELETE' ? 'REFERENCES' : rule}`),
        );
        const places = new Set(found.map(({ operationId }) => operationId));
        expect([...places]).toEqual(
          expect.arrayContaining(constraint === 'ON_DELETE' ? ['deleteRecord'] : ['createRecord', 'updateRecord']),
        );
      }
    },
  );

  it('the type of a column is found, column by column', async () => {
    let fresh = 1000;
    const lax = bendRequests((request) => {
      const [, , , , , name = ''] = request.path.split('/');
      const columns = shop.workspaces[0]?.entities.find((entity) => entity.name === name)?.columns ?? [];
      const record = request.path.endsWith('/bulk') ? undefined : jsonOf(request.body);
      if (record === undefined) return request;
      for (const column of columns) {
        const value = record[column.name] ?? null;
        if (value === null || columnTypes[column.type].accepts(value, column)) continue;
        fresh += 1;
        const free =
          column.type === 'DATE'
            ? `2${fresh}-01-01`.slice(-10)
            : column.type === 'TEXT'
              ? `ABC${'D'.repeat(fresh % 9)}`
              : fresh;
        record[column.name] =
          column.references === undefined ? (column.unique === true ? free : (exampleValue(column) ?? 'Land 1')) : 1;
      }
      return { ...request, body: JSON.stringify(record) };
    });
    const report = await verifyWith(shop, { bending: lax, selection: onlyRules, failOn: 'finding' });
    const types = rules.filter(({ constraint }) => constraint === 'TYPE').map(nameOf);
    expect(failedIn(report).toSorted()).toEqual(types.toSorted());
  });

  it('the reference of a record that is deleted is found, column by column, and is a note', async () => {
    const deleting = bendResponses((response, { method }) =>
      method === 'DELETE' && response.status === 400 ? { ...response, status: 204, body: '' } : response,
    );
    const report = await verifyWith(shop, { bending: deleting, selection: onlyRules, failOn: 'finding' });
    const relations = rules.filter(({ constraint }) => constraint === 'ON_DELETE').map(nameOf);
    expect(relations.length).toBeGreaterThan(3);
    expect(provenIn(report)).toEqual(rules.map(nameOf).filter((name) => !relations.includes(name)));
    expect(failedIn(report)).toEqual([]);
  });
});

/** Returns the shop, whose constraints have other messages. */
function reworded(change: (message: string | undefined) => string): Definition {
  return shopWith((entities) =>
    entities.map((entity) => ({
      ...entity,
      columns: entity.columns.map((column) => ({
        ...column,
        constraints: (column.constraints ?? []).map((each) => ({ ...each, message: change(each.message) })),
      })),
    })),
  );
}

describe('a server that words', () => {
  const declared = (shop.workspaces[0]?.entities ?? []).flatMap(({ name, columns }) =>
    columns.flatMap((column) =>
      (column.constraints ?? []).map((each) => ({ ...each, rule: `${name}.${column.name} ${each.type}` })),
    ),
  );

  it('a constraint in its own way is found if the definition or the API gives the words, and else is a note', async () => {
    const served = reworded(() => 'is wrong');
    const report = await verifyWith(shop, { served, selection: onlyRules, failOn: 'finding' });
    const fixed = declared.filter(
      ({ type, message }) => message !== undefined || contract.constraintMessages[type].basis === 'seed',
    );
    const others = declared.filter((each) => !fixed.includes(each)).map(({ rule }) => rule);
    expect([fixed.length, others.length].every((length) => length > 4)).toBe(true);
    expect(failedIn(report).toSorted()).toEqual(fixed.map(({ rule }) => rule).toSorted());
    expect(provenIn(report)).toEqual(expect.arrayContaining(others));
    const noted = new Set(report.notes.map(({ tests }) => tests && nameOf(tests)));
    expect([...noted].toSorted()).toEqual(others.toSorted());
  });
});

describe('a server that is stricter than the definition', () => {
  it('is found by the bounds that it moved, column by column', async () => {
    const moved = new Map<string, number>(Object.entries({ MIN: 1, MAX: -1, MIN_LENGTH: 1, MAX_LENGTH: -1 }));
    const names: string[] = [];
    const served = shopWith((entities) =>
      entities.map((entity) => ({
        ...entity,
        columns: entity.columns.map((column) => ({
          ...column,
          constraints: (column.constraints ?? []).map((each) => {
            const by = moved.get(each.type);
            if (by === undefined) return each;
            names.push(`${entity.name}.${column.name} ${each.type}`);
            return { ...each, value: Number(each.value) + by };
          }),
        })),
      })),
    );
    const { findings } = await verifyWith(shop, { served, selection: onlyRules, failOn: 'finding' });
    const refused = findings.filter(({ scenario, tests }) => scenario === 'success' && tests !== undefined);
    expect(new Set(refused.map(({ tests }) => tests && nameOf(tests)))).toEqual(new Set(names));
    expect(names.length).toBeGreaterThan(3);
  });
});

describe('a server that names', () => {
  it('another column or table in the message of a conflict is found, column by column', async () => {
    const misnaming = (code: Code): Bending =>
      bendMessages(code, (message) => message.replaceAll(/ \w+_id | in \w+$|with \w+ /g, ' other '));
    const bending: Bending = (real) =>
      misnaming('UNIQUE_CONSTRAINT_VIOLATION')(misnaming('FOREIGN_KEY_VIOLATION')(real));
    const report = await verifyWith(shop, { bending, selection: onlyRules });
    const named = rules.filter(({ constraint }) => ['UNIQUE', 'REFERENCES', 'ON_DELETE'].includes(constraint));
    expect(failedIn(report).toSorted()).toEqual(named.map(nameOf).toSorted());
  });

  it('another field in details is found, column by column', async () => {
    const bending = bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      details: (Array.isArray(error.details) ? error.details : []).map((each: unknown) => ({
        ...Object(each),
        field: 'x',
      })),
    }));
    const report = await verifyWith(shop, { bending, selection: onlyRules });
    const validated = rules.filter(({ constraint }) => !['UNIQUE', 'REFERENCES', 'ON_DELETE'].includes(constraint));
    expect(failedIn(report).toSorted()).toEqual(validated.map(nameOf).toSorted());
  });
});

describe('a server that is free to do so may', () => {
  it.each([
    [
      'list only the first message of each field',
      bendErrors('VALIDATION_ERROR', (error) => {
        const details: unknown[] = Array.isArray(error.details) ? error.details : [];
        const first = details.filter(
          (one, index) => details.findIndex((other) => fieldOf(other) === fieldOf(one)) === index,
        );
        return { ...error, details: first, message: `Validation failed: ${first.length} error(s)` };
      }),
    ],
    [
      'add columns of its own to records',
      bendResponses((response) => {
        const body = jsonOf(response.body);
        return isObject(body?.data)
          ? { ...response, body: JSON.stringify({ ...body, data: { ...body.data, created_by: 'them' } }) }
          : response;
      }),
    ],
  ])('%s', async (_what, bending) => {
    const report = await verifyWith(shop, { bending, selection: onlyRules });
    expect([report.findings, report.notes, report.leftovers]).toEqual([[], [], []]);
    expect(report.summary.ok).toBe(true);
    expect(provenIn(report).length).toBeGreaterThanOrEqual(rules.length - SUPERFLUOUS.length);
  });
});

function fieldOf(detail: unknown): unknown {
  return isObject(detail) ? detail.field : undefined;
}
