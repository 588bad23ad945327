import { describe, expect, it } from '@jest/globals';

import type { PlannedRequest } from '../../plan/index.ts';
import { collectionAt, createRequest, parseTarget } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { cleanUp } from './clean-up.ts';
import { Ledger } from './ledger.ts';
import { Ownership } from './ownership.ts';
import { Settling } from './settling.ts';

const RUN = '1234567890';

const target = parseTarget(
  { baseUrl: 'http://127.0.0.1:1', organization: 'acme', workspace: 'sales', keys: { readWrite: 'key-rw' } },
  {},
);
const customers = collectionAt(target, '/acme/sales/Customer');
const emailOf = (id: string): string => `a${RUN}${id.padStart(4, '0')}@example.com`;

type Answer = readonly [status: number, body?: string];

/** A server with records of the run, by id. */
class Server {
  readonly records = new Map<string, string>();
  readonly deleted: string[] = [];

  delete(id: string): Answer {
    this.deleted.push(id);
    return this.records.delete(id) ? [204] : [404];
  }

  read(id: string): Answer {
    const email = this.records.get(id);
    return email === undefined ? [404] : [200, JSON.stringify({ data: { id, email } })];
  }

  list(query: URLSearchParams): Answer {
    const [[name = '', wanted = ''] = []] = [...query].filter(([each]) => each.startsWith('filter'));
    const values = name === '' ? undefined : wanted.split(',');
    const data = [...this.records].flatMap(([id, email]) =>
      values === undefined || values.includes(email) ? [{ id, email }] : [],
    );
    return [200, JSON.stringify({ data, meta: { totalElements: data.length, totalPages: 1 } })];
  }
}

/** Cleans up after a run that created records with these ids. */
async function cleanUpOn(server: Server, ids: readonly string[], onProgress: () => void = () => undefined) {
  let requests = 0;
  const send = async (request: PlannedRequest): Promise<Exchange> => {
    requests += 1;
    if (requests > 500) throw new Error('this does not end');
    const url = new URL(request.path, 'http://any.invalid');
    const id = decodeURIComponent(url.pathname.split('/')[4] ?? '');
    const [status, body = ''] =
      request.method === 'DELETE' ? server.delete(id) : id === '' ? server.list(url.searchParams) : server.read(id);
    return Promise.resolve({ request, response: { status, headers: {}, body } });
  };
  const settling = new Settling({ settle: 0 }, () => Promise.resolve());
  const ledger = new Ledger(target, RUN);
  const ownership = new Ownership({ target, send, run: RUN, settling });
  for (const id of ids) {
    const request = createRequest(customers, { email: emailOf(id) });
    const body = JSON.stringify({ data: { id } });
    if (!server.records.has(id)) server.records.set(id, emailOf(id));
    ledger.note({ request, response: { status: 201, headers: {}, body } }, () => false);
  }
  const leftovers = await cleanUp({ send, ownership, ledger, settling, onProgress });
  return leftovers.map(({ record }) => record);
}

describe('cleaning up', () => {
  it('deletes what is the run’s own', async () => {
    const server = new Server();
    expect(await cleanUpOn(server, ['1', '2', '3'])).toEqual([]);
    expect([...server.records]).toEqual([]);
  });

  it.each(['\ud800', '', '.', '..', 'a/b', 'a%2fb'])(
    'survives an id that no request can use, %j, and deletes the rest',
    async (id) => {
      const server = new Server();
      expect(await cleanUpOn(server, [id, '2'])).toContain(id);
      expect(server.deleted).toEqual(['2']);
    },
  );

  it('lists a record that reads deny and lists still show after its deletion', async () => {
    class Hiding extends Server {
      override delete(id: string): Answer {
        this.deleted.push(id);
        return [204];
      }
      override read(): Answer {
        return [404];
      }
    }
    expect(await cleanUpOn(new Hiding(), ['1'])).toEqual(['1']);
  });

  it('lists a record of which a deletion leaves remains under its id', async () => {
    class Blanking extends Server {
      override delete(id: string): Answer {
        this.records.set(id, 'deleted@example.invalid');
        return [204];
      }
    }
    expect(await cleanUpOn(new Blanking(), ['1'])).toEqual(['1']);
  });

  it('accepts a deletion that only reads and lists show', async () => {
    const server = new Server();
    server.delete = (id) => (server.records.delete(id) ? [500] : [404]);
    expect(await cleanUpOn(server, ['1', '2'])).toEqual([]);
  });

  it('does not delete a record of somebody else that got the id of one whose deletion seemed to fail', async () => {
    const server = new Server();
    server.delete = (id) => {
      server.deleted.push(id);
      if (id === '2') server.records.set('2', 'somebody@example.org');
      else server.records.delete(id);
      return id === '2' ? [500] : [204];
    };
    expect(await cleanUpOn(server, ['1', '2'])).toEqual(['2']);
    expect(server.deleted.filter((id) => id === '2')).toHaveLength(1);
    expect(server.records.get('2')).toBe('somebody@example.org');
  });

  it('lists every record if it fails itself', async () => {
    const failing = (): void => {
      throw new Error('no terminal');
    };
    expect(await cleanUpOn(new Server(), ['1', '2'], failing)).toEqual(['1', '2']);
  });

  it('ends on a server that deletes one record in each round', async () => {
    const server = new Server();
    let refuses = 0;
    server.delete = (id) => {
      refuses += 1;
      return refuses % 20 === 1 && server.records.delete(id) ? [204] : [409];
    };
    const ids = Array.from({ length: 20 }, (_, index) => String(index + 1));
    const left = await cleanUpOn(server, ids);
    expect(left.toSorted()).toEqual([...server.records.keys()].toSorted());
  });
});
