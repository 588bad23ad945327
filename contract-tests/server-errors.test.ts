import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Target } from '../src/plan/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { senderNames } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import type { Answer, Asked, Bend } from './hostile-level/bent-server.ts';
import { startBent } from './hostile-level/bent-server.ts';
import type { Reference } from './hostile-level/verify-hostile.ts';
import { COLLECTION, inShort, startReference } from './hostile-level/verify-hostile.ts';
import { asked as operationOf } from './mutants/asked.ts';
import { verify } from './verify.ts';

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

/** Responses that no client error justifies. */
const serverErrors: Readonly<Record<string, Answer | 'close'>> = {
  'an unexpected error': envelope(500, 'INTERNAL_ERROR'),
  'an unexpected error in HTML': html(500),
  'an unexpected status': envelope(520, 'INTERNAL_ERROR'),
  'a failure in HTML': html(404),
  'a failure without a body': { status: 404, headers: {}, body: '' },
  'a page instead of data': html(200),
  'no response': 'close',
};

const cellOf = (mistake: string): string => mistake.split(' ').slice(0, 2).join('.');

describe('a server that responds to client errors with', () => {
  it.each(Object.entries(serverErrors))('%s is reported by both senders, for each mistake', async (_what, answer) => {
    const { findings, summary } = await verifyBent(
      async (asked, pass) => {
        const honest = await pass(asked);
        return Object.values(mistakes).some((makes) => makes(asked, honest)) ? answer : honest;
      },
      { senders: senderNames, selection: { only: Object.keys(mistakes).map(cellOf), skip: [] } },
    );
    expect(
      findings.map((each) => [`${each.operationId} ${each.scenario} ${each.variant}`, each.basis]).toSorted(),
    ).toEqual(
      Object.keys(mistakes)
        .map((mistake) => [mistake, 'seed'])
        .toSorted(),
    );
    for (const { senders, contract } of findings) {
      expect(senders).toEqual(senderNames);
      expect(contract).toMatch(/not an unexpected error/);
    }
    expect(summary.ok).toBe(false);
  });
});

const refusals = Object.keys(mistakes).filter((name) => !/malformedPath|someItems/.test(name));

describe('a server that responds to a client error with a pair outside the table', () => {
  it.each(refusals)('is reported, for %s', async (name) => {
    const { findings } = await verifyBent(instead(name, envelope(409, 'CONFLICT')), {
      selection: { only: [cellOf(name)], skip: [] },
    });
    expect(findings.map(({ check, basis }) => [check, basis])).toEqual([['pair', 'seed']]);
  });

  it.each(refusals)('gets a note at most for a pair of the table, for %s', async (name) => {
    const { findings } = await verifyBent(instead(name, envelope(404, 'NOT_FOUND')), {
      selection: { only: [cellOf(name)], skip: [] },
    });
    expect(findings).toEqual([]);
  });
});

/** Mistakes of which each may get its own answer in one run. */
const apart = Object.keys(mistakes).slice(0, 4);

/** The cells that the following tests provoke. */
const EXEMPT_CELLS = [...apart.map(cellOf), 'deleteRecord.recordReferenced', 'outsideOperations.routeNotFound'];

const OF_HTTP = [405, 406, 408, 411, 413, 414, 415, 416, 417, 421, 426, 431, 501, 505];

/** What HTTP, a gateway, or the caller itself causes, each as a change to the responses. */
const exempt: Readonly<Record<string, { readonly bend: () => Bend; readonly change?: (target: Target) => Target }>> = {
  ...Object.fromEntries(
    inGroups(OF_HTTP, apart.length).map((statuses) => [
      `HTTP's own statuses ${statuses.join(', ')}`,
      { bend: () => insteadOfEach(statuses.map(html)) },
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

/** Answers each of the first mistakes with an answer of its own. */
function insteadOfEach(answers: readonly Answer[]): Bend {
  return async (asked, pass) => {
    const honest = await pass(asked);
    return answers[apart.findIndex((mistake) => mistakes[mistake]?.(asked, honest))] ?? honest;
  };
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return items.flatMap((_item, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
}

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

describe('at the hostile level, a server without an operation', () => {
  it.each(OPTIONAL)(
    'gets no finding for statuses 405 and 500, in HTML, if its target file names %s',
    async (absent) => {
      let refused = 0;
      const { findings } = await verifyBent(
        (asked, pass) => {
          if (/%(?:2F|00)/.test(asked.path) || operationOf({ ...asked, headers: {} })?.operationId !== absent) {
            return pass(asked);
          }
          refused += 1;
          return html(refused % 2 === 0 ? 405 : 500);
        },
        { level: 'hostile', change: (target) => ({ ...target, absentOperations: { [absent]: 'not built yet' } }) },
      );
      expect([...new Set(findings.map(inShort))]).toEqual([]);
      expect(refused).toBeGreaterThan(0);
    },
  );
});
