import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { fail, isObject, toEnvelope } from '../../src/contract/index.ts';
import type { Answer } from '../../src/server/testing/test-server.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { createdId } from './created-id.ts';
import { storedCustomers } from './stored-customers.ts';

/** One address with any number of servers behind it. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const FIFTY = 50;

/** Tests races and state, whatever the number of servers. */
export function raceFacts(start: () => Promise<Served>): void {
  let server: Served;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());

  const customer = (email: string) => ({ name: 'Jane Doe', email });
  const post = (path: string, body: unknown): Promise<Answer> => ask(server, { method: 'POST', path, body });
  const put = (path: string, body: unknown): Promise<Answer> => ask(server, { method: 'PUT', path, body });
  const created = async (path: string, body: unknown): Promise<number> => {
    const answer = await post(path, body);
    expect(answer.status).toBe(201);
    return createdId(answer);
  };
  const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
    Promise.all(Array.from({ length: count }, (_each, index) => work(index)));

  describe('fifty concurrent creates with one unique value', () => {
    it('exactly one 201, the rest 409', async () => {
      const email = 'fifty@example.com';
      const answers = await times(FIFTY, () => post('/Customer', customer(email)));
      const [winner, ...losers] = answers.toSorted((one, other) => one.status - other.status);
      expect(winner?.status).toBe(201);
      const taken = toEnvelope(fail('uniqueConstraintViolation', { column: 'email', value: email }));
      for (const { status, body } of losers) expect({ status, body }).toEqual({ status: 409, body: taken });
      expect((await ask(server, { path: `/Customer?filter[email]=${email}` })).body).toMatchObject({
        meta: { totalElements: 1 },
      });
    });
  });

  describe('an update to a taken value', () => {
    it('409 and the record unchanged', async () => {
      await created('/Customer', customer('taken@example.com'));
      const id = await created('/Customer', customer('own@example.com'));
      const answer = await put(`/Customer/${id}`, { name: 'Somebody Else', email: 'taken@example.com' });
      const taken = fail('uniqueConstraintViolation', { column: 'email', value: 'taken@example.com' });
      expect(answer).toMatchObject({ status: 409, body: toEnvelope(taken) });
      const { body } = await ask(server, { path: `/Customer/${id}` });
      expect(body).toMatchObject({ data: customer('own@example.com') });
    });

    it('twenty concurrent updates to one value: one succeeds, the other records are unchanged', async () => {
      const ids = await times(20, (index) => created('/Customer', customer(`twenty-${index}@example.com`)));
      const answers = await Promise.all(ids.map((id) => put(`/Customer/${id}`, { email: 'wanted@example.com' })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(409)]);
      const stored = await storedCustomers(server.url);
      const winner = answers.findIndex(({ status }) => status === 200);
      expect(stored.get('wanted@example.com')).toBe(ids[winner]);
      const others = ids.map((_id, index) => stored.get(`twenty-${index}@example.com`));
      expect(others).toEqual(ids.map((id, index) => (index === winner ? undefined : id)));
    });
  });

  describe('delete of a referenced record', () => {
    const order = (number: string, parent: number) => ({ orderNumber: `ORD-${number}`, customer_id: parent });

    it('400 FOREIGN_KEY_VIOLATION, nothing deleted', async () => {
      const parent = await created('/Customer', customer('parent@example.com'));
      const child = await created('/Order', order('child', parent));
      const answer = await ask(server, { method: 'DELETE', path: `/Customer/${parent}` });
      const referenced = fail('recordReferenced', { id: String(parent), column: 'customer_id', table: 'orders' });
      expect(answer).toMatchObject({ status: 400, body: toEnvelope(referenced) });
      expect((await ask(server, { path: `/Customer/${parent}` })).status).toBe(200);
      expect((await ask(server, { path: `/Order/${child}` })).status).toBe(200);
    });

    it('a parent deleted while children are inserted: no orphan', async () => {
      for (let round = 0; round < 10; round += 1) {
        const parent = await created('/Customer', customer(`parent-${round}@example.com`));
        const insert = (index: number) => post('/Order', order(`${round}-${index}`, parent));
        const [before, removal, after] = await Promise.all([
          times(4, insert),
          ask(server, { method: 'DELETE', path: `/Customer/${parent}` }),
          times(4, (index) => insert(index + 4)),
        ]);
        const statuses = [...before, ...after].map(({ status }) => status);
        const children = statuses.filter((status) => status === 201).length;
        expect(statuses.filter((status) => status !== 201 && status !== 400)).toEqual([]);
        expect([removal.status, children === 0]).toEqual(children === 0 ? [204, true] : [400, false]);
        const listed = await ask(server, { path: `/Order?filter[customer_id]=${parent}` });
        expect(listed.body).toMatchObject({ meta: { totalElements: children } });
        expect((await ask(server, { path: `/Customer/${parent}` })).status).toBe(children === 0 ? 404 : 200);
      }
    });
  });

  describe('a batch with 0 or 101 items', () => {
    it.each([0, 101])('400, nothing stored: %i', async (count) => {
      const before = await storedCustomers(server.url);
      const items = Array.from({ length: count }, (_each, index) => customer(`batch-${count}-${index}@example.com`));
      expect(await post('/Customer/bulk', items)).toMatchObject({
        status: 400,
        body: { error: { code: 'BAD_REQUEST', message: `The body must have 1 to 100 items; it has ${count}` } },
      });
      expect(await storedCustomers(server.url)).toEqual(before);
    });

    it('a batch in which some items fail: 200, the others stored, each failure with its index', async () => {
      await created('/Customer', customer('in-the-way@example.com'));
      const emails = ['first@example.com', 'in-the-way@example.com', 'nope', 'last@example.com', 'first@example.com'];
      const answer = await post('/Customer/bulk', emails.map(customer));
      expect(answer).toMatchObject({ status: 200, body: { succeeded: 2, failed: 3 } });
      const errors = isObject(answer.body) ? answer.body.errors : undefined;
      expect(errors).toMatchObject([
        { index: 1, error: { code: 'UNIQUE_CONSTRAINT_VIOLATION' } },
        { index: 2, error: { code: 'VALIDATION_ERROR' } },
        { index: 4, error: { code: 'UNIQUE_CONSTRAINT_VIOLATION' } },
      ]);
      const stored = await storedCustomers(server.url);
      expect(emails.map((email) => stored.has(email))).toEqual([true, true, false, true, true]);
    });

    it('ten concurrent batches with the same items: each item is stored once', async () => {
      const emails = Array.from({ length: 10 }, (_each, index) => `same-${index}@example.com`);
      const answers = await times(10, () => post('/Customer/bulk', emails.map(customer)));
      const succeeded = answers.map(({ body }) => (isObject(body) ? Number(body.succeeded) : NaN));
      expect(succeeded.reduce((sum, each) => sum + each)).toBe(emails.length);
    });
  });
}
