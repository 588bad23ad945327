import { describe, expect, it } from '@jest/globals';

import { parseTarget } from '../parse-target.ts';
import type { PlannedRequest } from '../planned-case.ts';
import { repeatIn } from './repeat.ts';
import type { CreatedByRun } from './trace.ts';

const target = parseTarget({ baseUrl: 'http://127.0.0.1:1/api/v1' }, {});

const request = (method: string, path: string, body?: unknown): PlannedRequest => ({
  method,
  path,
  headers: {},
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

const created = (id: number, body: object): CreatedByRun => ({ id, request: request('POST', '/Customer', body) });

/** Returns the paths and bodies of a list of lines, in order. */
const sentBy = (lines: string): readonly string[] =>
  lines.split('\n').map((line) => /--data-raw '([^']*)'|'http:[^']*v1(\/[^']*)'/.exec(line)?.slice(1).join('') ?? line);

describe('the lines that repeat a request', () => {
  it('create each record once, after those that it uses itself', () => {
    const parent = created(1, { name: 'parent' });
    const child = created(2, { name: 'child', parent_id: 1 });
    const lines = repeatIn(target, { records: [child, parent] })(request('PUT', '/Customer/2', { friend_id: 1 }));
    expect(lines.split('\n').map((line) => /^(ID_\d|\[ .*\] && curl)/.exec(line)?.[0])).toEqual([
      'ID_1',
      'ID_2',
      '[ "$ID_1" ] && [ "$ID_2" ] && curl',
      '[ "$ID_2" ] && curl',
      '[ "$ID_1" ] && curl',
    ]);
    expect(sentBy(lines).slice(0, 2)).toEqual(['{"name":"parent"}', '{"name":"child","parent_id":']);
  });

  it('use a record only if reading it shows a value of the run', () => {
    const own = created(7, { email: 'jane-1234567890@example.com' });
    const lines = repeatIn(target, { records: [own] })(request('PUT', '/Customer/7', { name: 'Jane' })).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^\[ "\$ID" \] && curl -sS -X GET .*\/Customer\/'"\$ID" -f \| grep '1234567890' > \/dev\/null \|\| ID=$/,
    );
  });

  it('use no variable that a secret has', () => {
    const own = created(7, { name: 'Jane' });
    const lines = repeatIn(target, {
      records: [own],
      secrets: { ID: 'sk_live_1', _ID: 'sk_live_2', NEW_ID: 'sk_live_3' },
    });
    expect(lines(request('PUT', '/Customer/7', {}))).toMatch(/^__ID=/);
    expect(lines(request('POST', '/Customer', { email: 'jane-1234567890@example.com' }))).toMatch(/^_NEW_ID=/m);
  });

  it('end, even if records repeat the values of each other', () => {
    const records = Array.from({ length: 40 }, (_, id) =>
      created(id, { email: 'jane-1234567890@example.com', nick: id }),
    );
    const repeat = repeatIn(target, { records });
    const lines = repeat(request('POST', '/Customer', { email: 'jane-1234567890@example.com' }));
    expect(lines.split('\n')).toHaveLength(3 * records.length + 3);
  });

  it('use no record whose id is only a part of a number or a text', () => {
    const repeat = repeatIn(target, { records: [created(1, { name: 'Jane' })] });
    for (const body of [{ parent_id: 12 }, { name: '1' }, { id: '1' }]) {
      expect(repeat(request('PUT', '/Customer/12', body))).not.toContain('ID=');
    }
  });

  it('find what a request created only by values of the run, not by others with many digits', () => {
    const valid = { email: 'jane-{run}@example.com', phone: '+491701234567' };
    const entity = { name: 'Customer', valid, unique: 'email', invalid: { phone: '0000000000000' } };
    const declaring = parseTarget({ baseUrl: 'http://127.0.0.1:1/api/v1', entity }, {});
    const { phone } = valid;
    const repeat = repeatIn(declaring, { records: [created(1, { email: 'jane-1234567890@example.com', phone })] });
    for (const body of [{ phone }, { phone: '0000000000000' }, { age: 2147483648 }, [{ phone }]]) {
      expect(repeat(request('POST', '/Customer', body)).split('\n')).toHaveLength(1);
    }
    const found = repeat(request('POST', '/Customer', { phone, email: 'jane-1234567891@example.com' }));
    expect(found).toContain(`filter%5Bemail%5D=${encodeURIComponent('jane-1234567891@example.com')}`);
    expect(found.split('\n')).toHaveLength(3);
  });

  describe.each([
    ['before', ['Order', 'Customer']],
    ['after', ['Customer', 'Order']],
  ])('with a record of another entity with the same id %s the one that they use', (_where, entities) => {
    const records = entities.map((entity): CreatedByRun => {
      const body = entity === 'Order' ? { orderNumber: 'ORD-1', customer_id: 5 } : { name: 'Jane' };
      return { id: 5, request: request('POST', `/acme/sales/${entity}`, body) };
    });
    /** Returns each line, with the name of the entity for the variable with its id. */
    const linesOf = (repeated: PlannedRequest): readonly string[] => {
      const lines = repeatIn(target, { records })(repeated).split('\n');
      const names = lines.flatMap((line) => {
        const [, variable, entity] = /^(ID\w*)=.*\/acme\/sales\/(\w+)/.exec(line) ?? [];
        return variable === undefined ? [] : [[`"$${variable}"`, `<${entity}>`] as const];
      });
      return lines.map((line) => names.reduce((text, [name, entity]) => text.replaceAll(name, entity), line));
    };

    it.each([
      [request('DELETE', '/acme/sales/Customer/5'), `sales/Customer/'<Customer>`],
      [request('DELETE', '/acme/sales/CUSTOMER/5'), `sales/CUSTOMER/'<Customer>`],
      [request('DELETE', '/acme/archive/Order/5'), `archive/Order/'<Order>`],
      [request('DELETE', '/acme/sales/Customer/bulk', [5]), `'['<Customer>']'`],
      [request('DELETE', '/acme/sales/CUSTOMER/bulk', [5]), `'['<Customer>']'`],
      [request('PUT', '/acme/sales/Customer/bulk', [{ id: 5 }]), `'[{"id":'<Customer>'}]'`],
      [request('PUT', '/acme/sales/customer/bulk', [{ id: 5 }]), `'[{"id":'<Customer>'}]'`],
      [request('PUT', '/acme/sales/Order/5', { customer_id: 5 }), `sales/Order/'<Order>`],
    ])('use the right one for %j, and delete each under its own id', (repeated, expected) => {
      const lines = linesOf(repeated);
      expect(lines.find((line) => line.includes('curl -i'))).toContain(expected);
      for (const line of lines.filter((each) => each.endsWith('/dev/null'))) {
        const [, entity] = /v1\/acme\/sales\/(\w+)\/'/.exec(line) ?? [];
        expect(line).toContain(`/${entity}/'<${entity}>`);
      }
    });
  });

  it('replace an id only where the target file says that a column references its entity', () => {
    const declaring = parseTarget(
      {
        baseUrl: 'http://127.0.0.1:1/api/v1',
        entity: {
          name: 'Order',
          valid: { nick: 'o-{run}', on: [{ customer: '{parent}' }] },
          unique: 'nick',
          invalid: { nick: '' },
        },
        reference: {
          entity: 'Order',
          valid: { customer_id: '{parent}' },
          column: 'customer_id',
          parent: 'Customer',
          table: 'customers',
          missing: 999,
        },
      },
      {},
    );
    const at = (entity: string): CreatedByRun => ({
      id: 5,
      request: request('POST', `/acme/sales/${entity}`, { entity }),
    });
    const repeat = repeatIn(declaring, { records: ['Order', 'Product', 'Customer'].map(at) });
    const body = { customer_id: 5, agent_id: 5, age: 5, on: [{ customer: 5 }] };
    const lines = repeat(request('POST', '/acme/sales/Order', body)).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('/acme/sales/Customer');
    expect(lines[1]).toContain(`'{"customer_id":'"$ID"',"agent_id":5,"age":5,"on":[{"customer":'"$ID"'}]}'`);
  });
});
