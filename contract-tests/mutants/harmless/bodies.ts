import { isObject, readDetails } from '../../../src/contract/index.ts';
import { bendBodies, bendErrors, bendMessages, bendPages, bendRecords, bendResponses, jsonOf } from '../bend.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Servers that express the same content in different bodies. */
export const bodies: readonly HarmlessVariant[] = [
  {
    is: 'members in a different order, with extra white space',
    bending: bendResponses((response) =>
      response.body === ''
        ? response
        : { ...response, body: `\n${JSON.stringify(reversed(JSON.parse(response.body)), null, 4)}\r\n` },
    ),
  },
  {
    is: 'every escapable character escaped',
    bending: bendResponses((response) => ({
      ...response,
      body: response.body
        .replace(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('/', '\\/')
        .replaceAll("'", '\\u0027'),
    })),
  },
  {
    is: 'extra columns in every record',
    bending: (real) =>
      bendRecords(withOwnColumns)(bendPages(({ data, meta }) => ({ data: data.map(withOwnColumns), meta }))(real)),
  },
  {
    is: 'a modification time in every record that differs in every response',
    bending: (real) => {
      let now = 0;
      return bendRecords((record) => {
        now += 1;
        return { ...record, updatedAt: new Date(now).toISOString() };
      })(real);
    },
  },
  {
    is: 'decimals that are strings',
    bending: bendRecords((record) =>
      'total' in record ? { ...record, total: '0.00' } : { ...record, credit: '12.50' },
    ),
  },
  {
    is: 'undocumented members in meta',
    bending: bendPages(({ data, meta }) => ({
      data,
      meta: { ...meta, first: meta.page === 0, numberOfElements: data.length, sort: [] },
      links: { self: '/' },
    })),
  },
  {
    is: 'meta alongside a single record',
    bending: bendBodies(
      ({ data }) => isObject(data),
      (json) => ({ ...json, meta: { version: 3 }, links: [] }),
    ),
  },
  {
    is: 'an empty list of errors for a batch without failures',
    noted: ['body'],
    bending: bendBodies(
      ({ failed }) => failed === 0,
      (json) => ({ ...json, errors: [] }),
    ),
  },
  {
    is: 'the records of a batch alongside its counts',
    bending: bendBodies(
      ({ succeeded }) => succeeded !== undefined,
      (json) => ({ ...json, records: [{ id: 1 }], durationMs: 3 }),
    ),
  },
  {
    is: 'indexes of failed batch items that start at 1',
    noted: ['bulk-result', 'bulk-read-back'],
    bending: bendBodies(
      ({ errors }) => Array.isArray(errors),
      (json) => ({
        ...json,
        errors: [json.errors]
          .flat()
          .map((each) => (isObject(each) ? { ...each, index: Number(each.index) + 1 } : each)),
      }),
    ),
  },
  {
    is: 'free messages in another language',
    bending: bendMessages('BAD_REQUEST', () => 'Das war keine gültige Anfrage.'),
  },
  {
    is: 'free messages that quote the request',
    bending: bendMessages(
      'BAD_REQUEST',
      (_message, { method, path, body }) => `Cannot ${method} ${path} with ${body || 'nothing'}`,
    ),
  },
  {
    is: 'its own wording for violated constraints',
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      details: (readDetails(error.details) ?? []).map(({ field, message }) => ({
        field,
        message: message.endsWith('is required') ? message : 'does not look right',
      })),
    })),
  },
  {
    is: 'the rejected value in each detail',
    noted: ['extra-members'],
    bending: bendErrors('VALIDATION_ERROR', (error) => ({
      ...error,
      details: (readDetails(error.details) ?? []).map((each) => ({ ...each, rejectedValue: 'x' })),
    })),
  },
  {
    is: 'empty details where none are documented',
    noted: ['details', 'precedence', 'entity-case', 'similar-ids', 'wrong-values'],
    bending: bendBodies(
      ({ error }) => isObject(error) && error.details === undefined,
      ({ error }) => ({ error: { ...(isObject(error) ? error : {}), details: [] } }),
    ),
  },
  {
    is: 'the id, path and time of the request in the envelope',
    noted: ['extra-members', 'precedence', 'entity-case'],
    bending: (real) => {
      let count = 0;
      return bendResponses((response, { path }) => {
        const { error } = jsonOf(response.body) ?? {};
        if (!isObject(error)) return response;
        count += 1;
        const timestamp = 1_790_000_000_000 + count;
        const body = { requestId: `request-${count}`, path, error: { ...error, timestamp } };
        return { ...response, body: JSON.stringify(body) };
      })(real);
    },
  },
];

function withOwnColumns(record: unknown): Record<string, unknown> {
  return { ...(isObject(record) ? record : {}), createdAt: '2026-01-01T00:00:00Z', version: 3, tags: ['new'] };
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, reversed(each)])
      .toReversed(),
  );
}
