import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Target } from '../src/plan/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { senderNames, verify } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import type { Answer, Asked, Bend } from './hostile-level/bent-server.ts';
import { startBent } from './hostile-level/bent-server.ts';
import type { Reference } from './hostile-level/verify-hostile.ts';
import { COLLECTION, inShort, startReference } from './hostile-level/verify-hostile.ts';
import { asked as operationOf } from './mutants/asked.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

async function verifyBent(
  bend: Bend,
  { change = (target) => target, ...options }: Partial<VerifyOptions> & { change?: (target: Target) => Target } = {},
): Promise<Report> {
  const bent = await startBent(server.url, bend);
  try {
    const target = change(parseTarget(demoTarget(bent.url, { faults: true }), {}));
    return await verify({ level: 'documented', senders: ['http'], timeout: 1000, ...options, target });
  } finally {
    await bent.close();
  }
}

const envelope = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-request-id': 'bent' },
  body: JSON.stringify({ error: { code, message: 'An unexpected error occurred' } }),
});
const html = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<h1>That went wrong</h1>',
});

/** Mistakes that get a failure which only this project requires, by the case that makes them. */
const mistakes: Readonly<Record<string, (asked: Asked, honest: Answer) => boolean>> = {
  'getRecord badRequest unknownField': ({ path }) => path.includes('fields=no_such_name'),
  'getRecord badRequest unknownRelation': ({ path }) => path.includes('expand=no_such_name'),
  'updateRecord badRequest malformedPath': ({ method, path }) => method === 'PUT' && path.endsWith('/%zz'),
  'listRecords wrongWorkspace noSuchWorkspace': ({ method, path }) =>
    method === 'GET' && path.endsWith('/no-such-workspace/Customer'),
  'deleteRecord recordReferenced onDelete': ({ method }, { body }) =>
    method === 'DELETE' && body.includes('FOREIGN_KEY_VIOLATION'),
  'bulkCreateRecords success someItems': ({ method, path }, { body }) =>
    method === 'POST' && path.endsWith('/bulk') && /"failed":[12]/.test(body),
};

/** Answers that no mistake of a client justifies. */
const serverErrors: Readonly<Record<string, Answer | 'close'>> = {
  'an unexpected error': envelope(500, 'INTERNAL_ERROR'),
  'an unexpected error in HTML': html(500),
  'an unexpected status': envelope(520, 'INTERNAL_ERROR'),
  'a failure in HTML': html(404),
  'a failure without a body': { status: 404, headers: {}, body: '' },
  'a page instead of data': html(200),
  'no response': 'close',
};

const combinations = Object.entries(mistakes).flatMap(([name, makes]) =>
  Object.entries(serverErrors).map(([what, answer]) => ({ name, makes, what, answer })),
);

describe('a server that answers a mistake of the client with', () => {
  it.each(combinations)('$what is reported by both senders, for $name', async ({ name, makes, answer }) => {
    const [operationId = '', scenario = '', variant] = name.split(' ');
    const { findings, summary } = await verifyBent(
      async (asked, pass) => {
        const honest = await pass(asked);
        return makes(asked, honest) ? answer : honest;
      },
      { senders: senderNames, selection: { only: [`${operationId}.${scenario}`], skip: [] } },
    );
    expect(findings.map((each) => [each.operationId, each.scenario, each.variant, each.basis])).toEqual([
      [operationId, scenario, variant, 'seed'],
    ]);
    expect(findings[0]?.senders).toEqual(senderNames);
    expect(findings[0]?.contract).toMatch(/not an unexpected error/);
    expect(summary.ok).toBe(false);
  });
});

const refusals = Object.keys(mistakes).filter((name) => !/malformedPath|someItems/.test(name));

describe('a server that answers a mistake of the client with a pair outside the table', () => {
  it.each(refusals)('is reported, for %s', async (name) => {
    const [operationId, scenario] = name.split(' ');
    const only = [`${operationId}.${scenario}`];
    const { findings } = await verifyBent(instead(name, envelope(409, 'CONFLICT')), { selection: { only, skip: [] } });
    expect(findings.map(({ check, basis }) => [check, basis])).toEqual([['pair', 'seed']]);
  });

  it.each(refusals)('gets a note at most for a pair of the table, for %s', async (name) => {
    const [operationId, scenario] = name.split(' ');
    const only = [`${operationId}.${scenario}`];
    const { findings } = await verifyBent(instead(name, envelope(404, 'NOT_FOUND')), { selection: { only, skip: [] } });
    expect(findings).toEqual([]);
  });
});

/** The cells that the following tests provoke. */
const EXEMPT_CELLS = [
  'getRecord.badRequest',
  'updateRecord.badRequest',
  'deleteRecord.recordReferenced',
  'outsideOperations.routeNotFound',
];

/** What HTTP, a gateway, or the caller itself causes, each as a change to the responses. */
const exempt: Readonly<Record<string, { readonly bend: () => Bend; readonly change?: (target: Target) => Target }>> = {
  ...Object.fromEntries(
    [405, 406, 408, 411, 413, 414, 415, 416, 417, 421, 426, 431, 501, 505].map((status) => [
      `HTTP's own status ${status}`,
      { bend: () => instead('getRecord badRequest unknownField', html(status)) },
    ]),
  ),
  'a redirect': {
    bend: () =>
      instead('getRecord badRequest unknownField', {
        ...html(307),
        headers: { location: '/', 'content-type': 'text/html' },
      }),
  },
  'a malformed URL refused by a proxy': { bend: () => instead('updateRecord badRequest malformedPath', html(400)) },
  'an unexpected error outside all operations': {
    bend: () => (asked, pass) => (isOutside(asked) ? html(500) : pass(asked)),
  },
  'no response outside all operations': { bend: () => (asked, pass) => (isOutside(asked) ? 'close' : pass(asked)) },
  'a fault that was asked for': {
    bend: () => (asked, pass) => (asked.headers['x-own-fault'] === undefined ? pass(asked) : html(500)),
    change: (target) => ({
      ...target,
      faults: { ...target.faults, recordReferenced: { headers: { 'x-own-fault': 'yes' } } },
    }),
  },
  'a connection that is lost once': { bend: () => lostOnce('getRecord badRequest unknownField') },
};

describe.each(senderNames)('with the sender %s, a server gets a note at most for', (sender) => {
  it.each(Object.entries(exempt))('%s', async (_what, { bend, change }) => {
    const bending = bend();
    let count = 0;
    const counting: Bend = async (asked, pass) => {
      const answer = await bending(asked, pass);
      if (answer === 'close' || (answer !== undefined && answer.headers['x-request-id'] === undefined)) count += 1;
      return answer;
    };
    const { findings, summary } = await verifyBent(counting, {
      senders: [sender],
      selection: { only: EXEMPT_CELLS, skip: [] },
      ...(change && { change }),
    });
    expect(count).toBeGreaterThan(0);
    expect(findings.map(inShort)).toEqual([]);
    expect(summary.ok).toBe(true);
  });
});

it('a lost connection is judged by the response to the next try', async () => {
  const { notes } = await verifyBent(lostOnce('getRecord badRequest unknownField'), {
    selection: { only: EXEMPT_CELLS, skip: [] },
  });
  expect(notes.map(inShort)).toEqual([]);
});

/** Answers one mistake differently. */
function instead(mistake: string, answer: Answer): Bend {
  return async (asked, pass) => {
    const honest = await pass(asked);
    return mistakes[mistake]?.(asked, honest) ? answer : honest;
  };
}

/** Closes the connection on the first request that makes a mistake. */
function lostOnce(mistake: string): Bend {
  let isLost = false;
  return async (asked, pass) => {
    const honest = await pass(asked);
    if (isLost || !mistakes[mistake]?.(asked, honest)) return honest;
    isLost = true;
    return 'close';
  };
}

/** Whether a path belongs to no operation. */
function isOutside({ path }: Asked): boolean {
  return (
    path.split('?')[0]?.split('/').length !== COLLECTION.split('/').length &&
    path.split('?')[0]?.split('/').length !== COLLECTION.split('/').length + 1
  );
}

/** Operations that a target may lack. Without the others, the verifier has no records to work with. */
const OPTIONAL = [
  'bulkCreateRecords',
  'bulkUpdateRecords',
  'bulkDeleteRecords',
  'updateRecord',
  'deleteRecord',
  'getRecord',
  'listRecords',
] as const;

describe.each(['strict', 'hostile'] as const)('at the level %s, a server without an operation', (level) => {
  const statuses = [405, 500];
  it.each(OPTIONAL.flatMap((absent) => statuses.map((status) => ({ absent, status }))))(
    'gets no finding for its status $status, in HTML, if its target file names $absent',
    async ({ absent, status }) => {
      const { findings } = await verifyBent(
        (asked, pass) =>
          !/%(?:2F|00)/.test(asked.path) && operationOf({ ...asked, headers: {} })?.operationId === absent
            ? html(status)
            : pass(asked),
        { level, change: (target) => ({ ...target, absentOperations: { [absent]: 'not built yet' } }) },
      );
      expect([...new Set(findings.map(inShort))]).toEqual([]);
    },
  );
});
