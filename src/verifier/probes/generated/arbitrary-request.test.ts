import { describe, expect, it } from '@jest/globals';
import { check, property, sample } from 'fast-check';

import { contract, isObject } from '../../../contract/index.ts';
import { anyRequest } from './arbitrary-request.ts';
import type { GeneratedId, GeneratedRequest } from './generated-request.ts';

const entity = {
  name: 'Customer',
  valid: { name: 'Jane', email: 'jane-{run}', age: 34 },
  unique: 'email',
  invalid: {},
};
const SEED = 42;
const generate = (seed: number): readonly GeneratedRequest[] =>
  sample(anyRequest(entity, contract.operationIds), { numRuns: 3000, seed });
const requests = generate(SEED);

/** Whether an id is safe to send: no target can mistake it for the id of an existing record. */
function isSafe(id: unknown): boolean {
  const text = isObject(id) ? id.text : id;
  return text === 'missing' || (typeof text === 'string' && (/^\p{L}+$/u.test(text) || /^9{30}$/.test(text)));
}

const textOf = (id: GeneratedId): string => (typeof id === 'string' ? id : id.text);

describe('generated requests', () => {
  it('are the same for the same seed, and differ for another', () => {
    expect(generate(SEED)).toEqual(requests);
    expect(generate(SEED + 1)).not.toEqual(requests);
  });

  it('shrink to the one part that makes them fail', () => {
    const fails = ({ body }: GeneratedRequest): boolean =>
      body?.kind === 'records' && body.items.some(({ columns }) => 'no_such_column' in columns);
    for (let seed = 0; seed < 20; seed += 1) {
      const whole = property(anyRequest(entity, ['createRecord']), (request) => !fails(request));
      const [smallest] = check(whole, { seed }).counterexample ?? [];
      expect(smallest).toMatchObject({ entityName: undefined, key: undefined, headers: {} });
      const items = smallest?.body?.kind === 'records' ? smallest.body.items : [];
      expect(items.map(({ columns }) => Object.keys(columns))).toEqual([['no_such_column']]);
    }
  });

  it('cover every operation, with valid and invalid keys and bodies', () => {
    for (const operationId of contract.operationIds) {
      const some = requests.filter((each) => each.operationId === operationId);
      expect(some.length).toBeGreaterThan(100);
      expect(new Set(some.map(({ key }) => key === undefined))).toEqual(new Set([true, false]));
    }
    const kinds = new Set(requests.map(({ body }) => body?.kind));
    expect(kinds).toEqual(new Set(['records', 'ids', 'json', 'cut', 'text', undefined]));
  });

  it('never delete an existing record', () => {
    const deletions = requests.filter(({ operationId }) => contract.operations[operationId].method === 'DELETE');
    expect(deletions.filter(({ operationId, id }) => operationId === 'deleteRecord' && !isSafe(id))).toEqual([]);
    const ids = deletions.flatMap(({ body }) => (body?.kind === 'ids' ? body.ids : []));
    expect(ids.filter((id) => !isSafe(id) && !['null', '{}', '[]'].includes(JSON.stringify(id)))).toEqual([]);
    expect(deletions.filter(({ segments, method }) => segments !== undefined || method !== undefined)).toEqual([]);
  });

  it('write only to the run’s own record', () => {
    const writes = requests.filter(({ operationId }) => contract.operations[operationId].write);
    const ids = writes.flatMap(({ operationId, id, body }) => [
      ...(contract.operations[operationId].path.includes('{id}') ? [id] : []),
      ...(body?.kind === 'records' ? body.items.flatMap((item) => item.id ?? []) : []),
    ]);
    expect(ids.filter((id) => id !== 'own' && !isSafe(id)).map(textOf)).toEqual([]);
  });

  it('use a foreign method only on a missing record', () => {
    const foreign = requests.filter(({ method }) => method !== undefined);
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter(({ id, operationId }) => id !== 'missing' || operationId !== 'getRecord')).toEqual([]);
  });

  it('ask for JSON, because a server may send its page for browsers to everyone else', () => {
    const accepted = new Set(requests.flatMap(({ headers: { accept } }) => accept ?? []));
    expect(accepted.size).toBeGreaterThan(1);
    expect([...accepted].filter((accept) => !accept.includes(contract.envelope.mediaType))).toEqual([]);
  });

  it('keep the value that identifies a record', () => {
    const columns = requests.flatMap(({ body }) =>
      body?.kind === 'records' ? body.items.flatMap((item) => Object.keys(item.columns)) : [],
    );
    expect(new Set(columns)).toEqual(new Set(['name', 'age', 'no_such_column']));
  });

  it('contain no other JSON that could create a record without that value', () => {
    const others = requests.flatMap(({ body }) => (body?.kind === 'json' ? [body.value] : []));
    const items = others.flatMap((value) => (Array.isArray(value) ? value : []));
    expect(items.filter(isObject)).toEqual([]);
    expect(others.filter((value) => isObject(value) && Object.keys(value).length > 0)).toEqual([]);
  });
});
