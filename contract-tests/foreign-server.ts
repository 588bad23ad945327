import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The mistakes that the implementation can make. */
export type Mistake = 'otherCount' | 'readOnlyKeyDeletesInBulk' | 'duplicateOnUpdate';

type Row = Record<string, unknown> & { id: number };

interface Entity {
  readonly table: string;
  readonly columns: readonly string[];
  readonly unique?: string;
  readonly parent?: string;
  readonly rows: Map<number, Row>;
}

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: { field: string; message: string }[] | undefined;

  constructor(status: number, code: string, message: string, details?: { field: string; message: string }[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const KEYS: Record<string, { workspace: string; readOnly?: boolean; problem?: string }> = {
  'tiny-rw': { workspace: 'shop' },
  'tiny-ro': { workspace: 'shop', readOnly: true },
  'tiny-old': { workspace: 'shop', problem: 'API key has expired' },
  'tiny-gone': { workspace: 'shop', problem: 'Invalid API key' },
  'tiny-other': { workspace: 'elsewhere' },
  'tiny-frozen': { workspace: 'frozen' },
};

/**
 * Starts an independent implementation, as a back-end team would write it in plain node:http. It follows the published
 * API and does everything else differently: no challenge, no request id, 405, a charset, trimmed strings, its own free
 * messages.
 */
export async function startForeignServer(...mistakes: readonly Mistake[]): Promise<{ url: string; close: () => void }> {
  const entities = newEntities();
  const frozen = newEntities();
  let lastId = 0;

  const check = (entity: Entity, values: Record<string, unknown>, isNew: boolean): void => {
    const details: { field: string; message: string }[] = [];
    for (const field of Object.keys(values)) {
      if (!entity.columns.includes(field)) details.push({ field, message: 'is not a column' });
    }
    const [first = ''] = entity.columns;
    if ((isNew || first in values) && (values[first] ?? null) === null)
      details.push({ field: first, message: `${first} is required` });
    for (const field of ['name', 'mail', 'label']) {
      if (typeof (values[field] ?? '') !== 'string') details.push({ field, message: 'is not text' });
    }
    if (typeof values.mail === 'string' && !/^[^@\s]+@[^@\s]+\.\w+$/.test(String(values.mail))) {
      details.push({ field: 'mail', message: 'must be a valid email address' });
    }
    if (values.size !== undefined && !(Number(values.size) >= 0)) {
      details.push({ field: 'size', message: 'must be at least 0' });
    }
    if (details.length === 0) return;
    const text = mistakes.includes('otherCount')
      ? `${details.length} fields are wrong`
      : `Validation failed: ${details.length} error(s)`;
    throw new Refusal(422, 'VALIDATION_ERROR', text, details);
  };

  const constrain = (entity: Entity, values: Record<string, unknown>, own?: number): void => {
    const { unique, parent } = entity;
    const skipped = own !== undefined && mistakes.includes('duplicateOnUpdate');
    if (unique !== undefined && values[unique] !== undefined && !skipped) {
      const value = String(values[unique]).trim();
      const taken = [...entity.rows.values()].some((row) => row[unique] === value && row.id !== own);
      if (taken)
        throw new Refusal(409, 'UNIQUE_CONSTRAINT_VIOLATION', `A record with ${unique} '${value}' already exists`);
    }
    if (parent === undefined || values.person === undefined) return;
    const referenced = entities[parent];
    if (referenced?.rows.has(Number(values.person)) !== true) {
      const text = `Referenced person '${values.person}' does not exist in ${referenced?.table}`;
      throw new Refusal(400, 'FOREIGN_KEY_VIOLATION', text);
    }
  };

  const tidy = (values: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
    );

  const create = (entity: Entity, values: Record<string, unknown>): Row => {
    check(entity, values, true);
    constrain(entity, values);
    lastId += 1;
    const empty = Object.fromEntries(entity.columns.map((column) => [column, null]));
    const row = { ...empty, ...tidy(values), id: lastId, createdAt: new Date().toISOString() };
    entity.rows.set(lastId, row);
    return row;
  };

  const existing = (entity: Entity, id: string): Row => {
    const row = /^\d+$/.test(id) ? entity.rows.get(Number(id)) : undefined;
    if (row === undefined) throw new Refusal(404, 'NOT_FOUND', `Record not found: ${id}`);
    return row;
  };

  const update = (entity: Entity, id: string, values: Record<string, unknown>): Row => {
    const row = existing(entity, id);
    check(entity, values, false);
    constrain(entity, values, row.id);
    Object.assign(row, tidy(values), { updatedAt: new Date().toISOString() });
    return row;
  };

  const remove = (entity: Entity, id: string): void => {
    const row = existing(entity, id);
    for (const parcel of entities.Parcel?.rows.values() ?? []) {
      if (entity === entities.Person && Number(parcel.person) === row.id) {
        throw new Refusal(400, 'FOREIGN_KEY_VIOLATION', `Record ${id} is still referenced by person in parcels`);
      }
    }
    entity.rows.delete(row.id);
  };

  const bulk = (items: unknown, work: (item: never) => unknown): object => {
    if (!Array.isArray(items) || items.length === 0 || items.length > 100) {
      throw new Refusal(400, 'BAD_REQUEST', 'A batch takes 1 to 100 items');
    }
    const errors: object[] = [];
    for (const [index, item] of items.entries()) {
      try {
        work(item as never);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        errors.push({ index, error: errorObject(error) });
      }
    }
    return { succeeded: items.length - errors.length, failed: errors.length, ...(errors.length > 0 ? { errors } : {}) };
  };

  const page = (entity: Entity, query: URLSearchParams): object => {
    const [number, size] = [Number(query.get('page') ?? 0), Number(query.get('size') ?? 20)];
    if (!Number.isInteger(number) || number < 0) throw new Refusal(400, 'BAD_REQUEST', 'page starts at 0');
    if (!Number.isInteger(size) || size < 1 || size > 100)
      throw new Refusal(400, 'BAD_REQUEST', 'size must be from 1 to 100');
    const filters = [...query].flatMap(([name, value]) => {
      const column = /^filter\[(\w+)\]$/.exec(name)?.[1];
      return column === undefined ? [] : [{ column, value }];
    });
    const all = [...entity.rows.values()].filter((row) =>
      filters.every(({ column, value }) => String(row[column]) === value),
    );
    const data = all.slice(number * size, (number + 1) * size);
    const meta = { page: number, size, totalElements: all.length, totalPages: Math.ceil(all.length / size) };
    return { data, meta };
  };

  const answer = async (request: IncomingMessage): Promise<{ status: number; body?: object }> => {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '/', 'http://tiny');
    const [, , organization, workspace, name = '', id, ...others] = url.pathname.split('/').map(decode);
    const key = KEYS[/^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''];
    if (key === undefined || key.problem !== undefined)
      throw new Refusal(401, 'UNAUTHORIZED', key?.problem ?? 'Invalid API key');
    if (organization !== 'tiny' || key.workspace !== workspace) {
      throw new Refusal(401, 'UNAUTHORIZED', 'API key is not valid for this workspace');
    }
    const isWrite = method !== 'GET' && method !== 'HEAD';
    const mayWrite = mistakes.includes('readOnlyKeyDeletesInBulk') && id === 'bulk' && method === 'DELETE';
    if (isWrite && key.readOnly === true && !mayWrite) {
      throw new Refusal(
        403,
        'FORBIDDEN',
        'This API key has READ_ONLY permissions — data modifications are not allowed',
      );
    }
    if (isWrite && workspace === 'frozen') throw new Refusal(409, 'WORKSPACE_STATUS', 'Workspace is in read-only mode');
    const held = workspace === 'frozen' ? frozen : entities;
    const entity = Object.hasOwn(held, name) ? held[name] : undefined;
    if (entity === undefined) throw new Refusal(404, 'NOT_FOUND', `Entity not found: ${name}`);
    if (others.length > 0) throw new Refusal(404, 'NOT_FOUND', 'There is nothing here');
    if (headers['x-break'] !== undefined) throw new Error('fault requested');
    const body = isWrite ? await readJson(request, method) : undefined;
    const object = (): Record<string, unknown> => {
      if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
      throw new Refusal(400, 'BAD_REQUEST', 'The body must be an object');
    };
    switch (`${method} ${id === undefined ? 'all' : id === 'bulk' ? 'bulk' : 'one'}`) {
      case 'GET all':
        return { status: 200, body: page(entity, url.searchParams) };
      case 'POST all':
        return { status: 201, body: { data: create(entity, object()) } };
      case 'GET one':
      case 'GET bulk':
        return { status: 200, body: { data: existing(entity, id ?? '') } };
      case 'PUT one':
        return { status: 200, body: { data: update(entity, id ?? '', object()) } };
      case 'DELETE one':
        remove(entity, id ?? '');
        return { status: 204 };
      case 'POST bulk':
        return { status: 200, body: bulk(body, (item) => create(entity, item)) };
      case 'PUT bulk':
        return { status: 200, body: bulk(body, ({ id: own, ...values }: Row) => update(entity, String(own), values)) };
      case 'DELETE bulk':
        return { status: 200, body: bulk(body, (own) => remove(entity, String(own))) };
      default:
        throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'No such method');
    }
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => {
        if (error instanceof Refusal) send(response, error.status, { error: errorObject(error) });
        else send(response, 500, { error: { code: 'INTERNAL_ERROR', message: 'Something went wrong' } });
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function newEntities(): Record<string, Entity> {
  return {
    Person: { table: 'people', columns: ['name', 'mail', 'size'], unique: 'mail', rows: new Map() },
    Parcel: { table: 'parcels', columns: ['label', 'person'], parent: 'Person', rows: new Map() },
  };
}

/** The target file that the team of this server would write. */
export const foreignTarget = {
  organization: 'tiny',
  workspace: 'shop',
  keys: {
    readWrite: 'tiny-rw',
    readOnly: 'tiny-ro',
    expired: 'tiny-old',
    revoked: 'tiny-gone',
    otherWorkspace: 'tiny-other',
  },
  restricted: { workspace: 'frozen', key: 'tiny-frozen', mode: 'read-only' },
  entity: {
    name: 'Person',
    valid: { name: 'Jane Doe', mail: 'jane-{run}@example.com' },
    unique: 'mail',
    required: 'name',
    invalid: { mail: 'nope', size: -1 },
  },
  reference: {
    entity: 'Parcel',
    valid: { label: 'L-{run}', person: '{parent}' },
    column: 'person',
    parent: 'Person',
    table: 'people',
    missing: 999_999,
  },
  faults: { internalError: { headers: { 'x-break': 'yes' } } },
};

function errorObject({ code, message, details }: Refusal): object {
  return details === undefined ? { code, message } : { code, message, details };
}

function send(response: ServerResponse, status: number, body?: object): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function readJson(request: IncomingMessage, method: string): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (text === '' && method === 'DELETE') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'BAD_REQUEST', 'The body is not JSON');
  }
}
