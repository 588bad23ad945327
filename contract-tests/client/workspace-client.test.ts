import { describe, expect, it } from '@jest/globals';

import type {
  BulkItemError,
  Client,
  ClientOf,
  EntityClient,
  EntityErrorOf,
  EntityName,
  WorkspaceClient,
  WorkspaceTypes,
} from '../../src/client/index.ts';
import {
  bulkOutcomes,
  createClient,
  eachPage,
  eachRecord,
  entity,
  fieldErrors,
  isApiError,
  unwrap,
} from '../../src/client/index.ts';
import type { AgentRecord, NewTicket, TicketRecord, Workspace } from './helpdesk.ts';

// The compiler checks this file (`npm run typecheck`). `workspace-types.test.ts` has what follows from a definition; this file has the rest.

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;

function assertType<_Fact extends true>(): void {}

const TICKET = { title: 'Printer', urgent: true, reporter: 1 };

/** A client whose requests get the given bodies, one after another, and the requests it sent. */
function clientWith(...bodies: readonly unknown[]) {
  const sent: Request[] = [];
  const rest = [...bodies];
  const fetch = (request: Request): Promise<Response> => {
    sent.push(request);
    return Promise.resolve(Response.json(rest.shift(), { status: request.method === 'POST' ? 201 : 200 }));
  };
  return { client: createClient<Workspace>({ baseUrl: 'http://localhost/acme/helpdesk', fetch }), sent };
}

describe('createClient', () => {
  it('returns an ordinary client without a type argument', () => {
    const untyped = createClient({ baseUrl: 'http://localhost' });
    assertType<Equal<typeof untyped, Client>>();
    assertType<Equal<ReturnType<typeof createClient>, Client>>();
    assertType<Equal<ClientOf<unknown>, Client>>();
    expect(Object.keys(untyped)).toContain('getRecord');
  });

  it('takes only a generated Workspace', () => {
    const typed = createClient<Workspace>({ baseUrl: 'http://localhost' });
    assertType<Equal<typeof typed, WorkspaceClient<Workspace>>>();
    assertType<Equal<typeof typed, ClientOf<Workspace>>>();
    const wrong = createClient<{ Ticket: { title: string } }>({ baseUrl: 'http://localhost' });
    assertType<Equal<typeof wrong, 'pass the type Workspace that workspace-api types writes'>>();
    expect(Object.keys(typed)).toEqual(Object.keys(wrong));
  });

  it('accepts one of several names, with a body of the same entity', () => {
    const calls = async (client: ClientOf<Workspace>, either: 'Ticket' | 'Agent', ticket: NewTicket) => {
      const { data } = await unwrap(client.getRecord({ entityName: either, id: 1 }));
      assertType<Equal<typeof data, TicketRecord | AgentRecord>>();
      // @ts-expect-error the entity may be the other one
      await client.createRecord({ entityName: either, body: ticket });
      await client.deleteRecord({ entityName: either, id: 1 });
    };
    expect(calls).toBeInstanceOf(Function);
  });

  it('accepts undefined for what is left out, and refuses null where it would be dropped', () => {
    const calls = async (client: ClientOf<Workspace>, maybe: string | undefined, sort?: 'title,asc') => {
      await client.listRecords({ entityName: 'Ticket', sort, filter: { title: maybe } });
      await client.updateRecord({ entityName: 'Ticket', id: 1, body: { title: maybe } });
      // @ts-expect-error a filter is not null; isNull tests for it
      await client.listRecords({ entityName: 'Ticket', filter: { hours: null } });
    };
    expect(calls).toBeInstanceOf(Function);
  });

  it('makes members optional that an unknown list may have chosen', () => {
    const calls = async (
      client: ClientOf<Workspace>,
      names: ('title' | 'hours')[],
      anything: string[],
      is: boolean,
    ) => {
      const { data: some } = await unwrap(client.getRecord({ entityName: 'Ticket', id: 1, fields: names }));
      assertType<Equal<typeof some.title, string | undefined>>();
      assertType<Equal<typeof some.id, number>>();
      const { data: one } = await unwrap(
        client.getRecord({ entityName: 'Ticket', id: 1, fields: [is ? 'title' : 'hours'] }),
      );
      assertType<Equal<typeof one.hours, number | null | undefined>>();
      // @ts-expect-error a string may be anything
      await client.getRecord({ entityName: 'Ticket', id: 1, fields: anything });
    };
    expect(calls).toBeInstanceOf(Function);
  });

  it('shows relations of relations, and a relation in place of a column of its name', () => {
    const calls = async (client: ClientOf<Workspace>) => {
      const { data } = await unwrap(
        client.getRecord({
          entityName: 'Ticket',
          id: 1,
          expand: ['reporter', 'parent.agent', 'tickets'],
          fields: ['title', 'reporter', 'parent.title', 'parent.agent.name', 'tickets.id'],
        }),
      );
      assertType<Equal<typeof data.reporter, AgentRecord>>();
      assertType<
        Equal<NonNullable<typeof data.parent>['agent'], { readonly id: number; readonly name: string } | null>
      >();
      assertType<Equal<(typeof data.tickets)[number], { readonly id: number }>>();
      // @ts-expect-error fields did not choose it
      return data.hours;
    };
    expect(calls).toBeInstanceOf(Function);
  });
});

describe('a helper that is generic', () => {
  it('can take the name of an entity', () => {
    const read = async <E extends EntityName<Workspace>>(name: E, body: Workspace[E]['create']) => {
      const { client } = clientWith();
      await client.createRecord({ entityName: name, body });
      const { data } = await unwrap(client.listRecords({ entityName: name, sort: 'id,asc', page: 1 }));
      return data.map(({ id }) => id);
    };
    expect(read).toBeInstanceOf(Function);
  });

  it('can take the client of any entity of any workspace', async () => {
    const byId = async <W extends WorkspaceTypes<W>, E extends EntityName<W>>(
      one: EntityClient<W, E>,
      ids: number[],
    ) => {
      const found = new Map<number, W[E]['record']>();
      for (const id of ids) {
        const { data } = await unwrap(one.getRecord({ id }));
        found.set(data.id, data);
      }
      return found;
    };
    const { client } = clientWith({ data: { id: 7, title: 'Printer' } });
    const tickets = await byId(entity(client, 'Ticket'), [7]);
    expect(tickets.get(7)?.title satisfies string | undefined).toBe('Printer');
  });
});

describe('entity', () => {
  it('sends the same requests as the client, for one entity', async () => {
    const { client, sent } = clientWith({ data: { id: 1 } }, { data: { id: 1 } });
    const tickets = entity(client, 'Ticket');
    await unwrap(tickets.getRecord({ id: 1, fields: ['title'] }, { headers: { 'X-Own': 'yes' } }));
    await unwrap(tickets.createRecord({ body: TICKET }));
    await tickets.deleteRecord({ id: 1 }, { retry: { limit: 0 } });
    expect(sent.map(({ method, url }) => `${method} ${url.replace('http://localhost/acme/helpdesk', '')}`)).toEqual([
      'GET /Ticket/1?fields=title',
      'POST /Ticket',
      'DELETE /Ticket/1',
    ]);
    expect(sent[0]?.headers.get('x-own')).toBe('yes');
  });

  it('takes only an entity that exists, and has no calls by path', () => {
    const { client } = clientWith();
    // @ts-expect-error there is no such entity
    entity(client, 'Tickets');
    // @ts-expect-error a path names its entity
    expect(entity(client, 'Ticket').GET).toBeInstanceOf(Function);
  });
});

describe('eachRecord and eachPage', () => {
  const meta = { page: 0, size: 1, totalElements: 1, totalPages: 1 };

  it('iterate over the records that fields and expand show', async () => {
    const { client } = clientWith(
      { data: [{ id: 1, title: 'Printer' }], meta },
      { data: [{ id: 1, agent: null }], meta },
    );
    for await (const record of eachRecord(client, { entityName: 'Ticket', sort: 'title,asc', fields: ['title'] }))
      expect(record satisfies { readonly title: string }).toEqual({ id: 1, title: 'Printer' });
    for await (const { data } of eachPage(client, { entityName: 'Ticket', expand: ['agent'] }))
      expect(data[0]?.agent satisfies AgentRecord | null | undefined).toBeNull();
  });

  it('are as they were for a client without types', () => {
    const calls = async (untyped: Client, names: string) => {
      for await (const { id, title } of eachRecord(untyped, { entityName: names })) {
        assertType<Equal<typeof id, number>>();
        assertType<Equal<typeof title, unknown>>();
      }
    };
    expect(calls).toBeInstanceOf(Function);
  });
});

describe('an error', () => {
  it('is an ApiError, with the columns of its entity', () => {
    const handle = (error: EntityErrorOf<Workspace, 'Ticket', 'updateRecord'>): string | undefined => {
      if (isApiError(error, 'VALIDATION_ERROR')) {
        const [detail] = error.details;
        if (detail?.field === 'title') return fieldErrors(error)['title']?.[0];
      }
      if (error.code === 'FOREIGN_KEY_VIOLATION')
        assertType<Equal<typeof error.values.column, 'agent_id' | 'reporter' | 'parent_id' | undefined>>();
      // The server's definition may be newer, so a pair stays even if no column of this definition is unique.
      if (error.code === 'UNIQUE_CONSTRAINT_VIOLATION') return error.values.column satisfies string | undefined;
      return error.message;
    };
    expect(handle).toBeInstanceOf(Function);
  });

  it('of an item in a batch has them too', () => {
    const calls = async (client: ClientOf<Workspace>, untyped: Client) => {
      const batch = [TICKET];
      const result = await unwrap(client.bulkCreateRecords({ entityName: 'Ticket', body: batch }));
      for (const outcome of bulkOutcomes(batch, result))
        if (!outcome.ok && outcome.error.code === 'VALIDATION_ERROR')
          assertType<Equal<(typeof outcome.error.details)[number]['field'], keyof TicketRecord | (string & {})>>();
      const other = await unwrap(untyped.bulkCreateRecords({ entityName: 'Ticket', body: batch }));
      for (const outcome of bulkOutcomes(batch, other))
        if (!outcome.ok) assertType<Equal<typeof outcome.error, BulkItemError>>();
    };
    expect(calls).toBeInstanceOf(Function);
  });
});

describe('the generated types', () => {
  it('fit where any record fits', () => {
    const save = (ticket: NewTicket, stored: TicketRecord, untyped: Client) => {
      const values: Readonly<Record<string, unknown>> = stored;
      return [values, untyped.createRecord({ entityName: 'Ticket', body: ticket })];
    };
    expect(save).toBeInstanceOf(Function);
  });
});
