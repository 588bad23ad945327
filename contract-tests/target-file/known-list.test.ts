import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { KnownFinding } from '../../src/judge/index.ts';
import type { Report, VerifyOptions } from '../../src/verifier/index.ts';
import { KnownFindingsError, parseKnownFindings } from '../../src/judge/index.ts';
import { knownListOf, terminalReport } from '../../src/verifier/index.ts';
import { demoDefinition, demoTarget } from '../../src/workspace/index.ts';
import { bendErrors } from '../mutants/bend.ts';
import type { Bending } from '../mutants/bending.ts';
import { startProxy } from '../mutants/proxy.ts';
import { runCommand } from '../run-command.ts';
import { runInTurn } from '../run-in-turn.ts';
import { verify } from '../verify.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(() => server.close());

async function verifyBent(bending: Bending, options: Partial<VerifyOptions> = {}): Promise<Report> {
  const proxy = await startProxy(server.url, bending);
  try {
    const target = parseTarget(demoTarget(proxy.url, { faults: true }), {});
    return await verify({ target, ...options });
  } finally {
    await proxy.close();
  }
}

const rules = { failOn: 'finding', known: [], reason: 'not fixed yet' } as const;

/** Sends wrong messages, and reveals its internals. */
const wrongMessages: Bending = (real) =>
  bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({ ...error, message: 'duplicate' }))(
    bendErrors('NOT_FOUND', (error) => ({
      ...error,
      // A line number that is the id in a path counts as repeated from the request. No id of this file is this high.
      message: `${error.message} at find (/srv/app/store.js:${7000 + Math.ceil(Math.random() * 1000)}:7)`,
    }))(real),
  );

const refusingChanges: Bending = (real) => async (request) => {
  const response = await real(request);
  const message = `Refused ${request.path} ${response.headers['x-request-id']}`;
  return request.method === 'PUT' && response.status === 200
    ? { ...response, status: 409, body: JSON.stringify({ error: { code: 'WORKSPACE_STATUS', message } }) }
    : response;
};

const broken: Readonly<Record<string, Bending>> = {
  'sends wrong messages, reveals its internals, and refuses every change with the id of the request': (real) =>
    wrongMessages(refusingChanges(real)),
  'has no creation yet': (real) => async (request) =>
    request.method === 'POST'
      ? {
          status: 500,
          headers: { 'content-type': 'application/json' },
          body: '{"error":{"code":"X","message":"not yet"}}',
        }
      : real(request),
  'has no deletion yet': (real) => async (request) =>
    request.method === 'DELETE' ? { status: 501, headers: {}, body: 'not yet' } : real(request),
  'drops the connection on updates with a read-only key': (real) => async (request) => {
    const response = await real(request);
    const isReadOnly = request.headers.authorization?.includes('read_only') === true;
    return request.method === 'PUT' && isReadOnly ? { ...response, wire: '' } : response;
  },
};

describe('the list of a server that', () => {
  // The senders describe a missing response differently.
  const runOf = (name: string): Partial<VerifyOptions> => (name.startsWith('drops') ? {} : { senders: ['http'] });
  const lists = new Map<string, readonly KnownFinding[]>();
  beforeAll(async () => {
    for (const [name, bending] of Object.entries(broken))
      lists.set(name, knownListOf(await verifyBent(bending, runOf(name)), rules));
  });
  const listOf = (name: string): readonly KnownFinding[] => lists.get(name) ?? [];

  it.each(Object.keys(broken))('%s has entries that can be read again', (name) => {
    const list = listOf(name);
    expect(list).not.toEqual([]);
    expect(parseKnownFindings(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  it('sends wrong messages, reveals its internals, and refuses changes has entries of all three', () => {
    const texts = listOf(Object.keys(broken)[0] ?? '').map(({ fingerprint, message }) => `${fingerprint} ${message}`);
    for (const part of [/"duplicate"/, /^leak:/m, /WORKSPACE_STATUS/]) expect(texts.join('\n')).toMatch(part);
  });

  it.each(Object.entries(broken))('%s lets its next run pass', async (name, bending) => {
    const known = listOf(name);
    const { findings, stale, outcomes, summary } = await verifyBent(bending, { ...runOf(name), known });
    expect(findings.map(({ fingerprint, message }) => `${fingerprint} ${message}`)).toEqual([]);
    expect(stale).toEqual([]);
    expect(outcomes.filter((each) => each.outcome === 'failed' && each.known !== true)).toEqual([]);
    expect(summary.ok).toBe(true);
  });

  it('is broken becomes empty once the server is fixed', async () => {
    // One run for all lists, because each entry is stale on its own.
    const known = [...new Map([...lists.values()].flat().map((entry) => [JSON.stringify(entry), entry])).values()];
    const fixed = await verifyBent((real) => real, { known });
    expect(fixed.stale).toEqual(known);
    expect(fixed.summary.ok).toBe(false);
    expect(knownListOf(fixed, { ...rules, known })).toEqual([]);
  });
});

describe('an entry', () => {
  const only = { level: 'documented', senders: ['http'] } as const;
  const worded = (message: string): Bending =>
    bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({ ...error, message }));

  it('does not hide another breach of the same cell', async () => {
    const known = knownListOf(await verifyBent(worded('duplicate'), only), rules);
    const other = await verifyBent(worded('conflict'), { ...only, known });
    expect(other.findings.map(({ check, operationId }) => `${check} ${operationId}`)).toEqual([
      'message createRecord',
      'message updateRecord',
    ]);
    expect(other.stale).toEqual(known);
  });

  it('keeps its reason and its pattern when the list is written again', async () => {
    const mine: KnownFinding = {
      fingerprint: 'message:createRecord.uniqueConstraintViolation.onCreate',
      message: 'the message is "duplicate"*',
      reason: 'ticket 12',
    };
    const report = await verifyBent(worded('duplicate'), { ...only, known: [mine] });
    const list = knownListOf(report, { ...rules, known: [mine] });
    expect(list).toEqual([mine, expect.objectContaining({ reason: 'not fixed yet' })]);
  });

  it('of a cell that the run left out stays in the list', async () => {
    const mine = { fingerprint: 'leak:getRecord.recordNotFound.noSuchId', message: '*', reason: 'ticket 7' };
    const selection = { only: ['createRecord'], skip: [] };
    const report = await verifyBent(worded('duplicate'), { ...only, selection, known: [mine] });
    expect(knownListOf(report, { ...rules, known: [mine] })[0]).toEqual(mine);
  });

  it.each([
    [{}, 'the known findings must be a JSON array'],
    [[{ fingerprint: 'x', message: 'x' }], 'known finding 0: reason must be a non-empty string'],
    [[{ fingerprint: 'x', message: ' ', reason: 'x' }], 'known finding 0: message must be a non-empty string'],
    [[{ check: 'leak', operationId: 'x', reason: 'x' }], 'unknown member check, operationId; an entry has fingerprint'],
  ])('is refused if it is %j', (content, problem) => {
    expect(() => parseKnownFindings(content)).toThrow(KnownFindingsError);
    expect(() => parseKnownFindings(content)).toThrow(problem);
  });
});

it('a run that judges nothing does not pass, although its list has everything that was not provoked', async () => {
  const target = parseTarget({ baseUrl: server.url }, {});
  const known = knownListOf(await verify({ target }), rules);
  const report = await verify({ target, known });
  expect([...report.outcomes, ...report.probes].filter((each) => each.outcome !== 'not-provoked')).toEqual([]);
  expect(report.summary.ok).toBe(false);
  expect(terminalReport(report, { colour: false })).toContain('\nNothing was judged\n  No case was sent');
});

describe('verify --write-known', () => {
  const folder = mkdtempSync(join(tmpdir(), 'known-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const common = ['verify', '--sender', 'http', '--level', 'documented'];
  const fileOf = (name: string, content: object): string => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };

  it('writes a list that --known reads, in a folder that it creates, and exits with 0', async () => {
    const file = join(folder, 'new', 'known.json');
    const proxy = await startProxy(server.url, wrongMessages);
    try {
      const run = [...common, '--target', fileOf('complete.json', demoTarget(proxy.url, { faults: true }))];
      const written = await runCommand([...run, '--write-known', file]);
      expect(written.stderr).toMatch(
        /^wrote \d+ known findings to .*known\.json; pass it as --known .*known\.json\. This run exits with 0/m,
      );
      expect(written.code).toBe(0);
      const [first]: readonly unknown[] = JSON.parse(readFileSync(file, 'utf8'));
      expect(first).toMatchObject({
        fingerprint: expect.stringMatching(/^(?:message|leak):/),
        reason: expect.any(String),
      });
      const ended = await runInTurn([{ words: run }, { words: [...run, '--known', file] }]);
      expect(ended.map(({ code }) => code)).toEqual([1, 0]);
    } finally {
      await proxy.close();
    }
  });

  it('refuses some options, and a target file that lacks something, before the run', async () => {
    const complete = { keys: {}, ...demoTarget(server.url, { faults: true }) };
    const refused = [
      [['--write-known', '-'], '--write-known takes the name of a file'],
      [['--write-known', 'x.json', '--json', 'x.json'], 'both write x.json'],
      [['--write-known', '/proc/x.json'], '--write-known: cannot write /proc/x.json'],
      [['--write-known', 'x.json', '--bail'], '--bail and --write-known exclude each other'],
      [['--known', 'empty.json'], '--known: empty.json: known finding 0: fingerprint must be a non-empty string'],
      [
        ['--write-known', 'x.json', '--target', 'lacking.json'],
        'Add to lacking.json: keys.expired, restricted; or list the scenarios that need them under "unreachable"',
      ],
    ] as const;
    const { restricted: _restricted, ...others } = { restricted: {}, ...complete };
    fileOf('complete.json', complete);
    fileOf('empty.json', [{}]);
    fileOf('lacking.json', { ...others, keys: { ...complete.keys, expired: undefined } });
    const ended = await runInTurn(
      [
        ...refused.map(([options]) => ({ words: [...common, '--target', 'complete.json', ...options] })),
        { words: [...common, '--url', server.url, '--write-known', 'x.json'] },
      ],
      { folder },
    );
    const problems = [...refused.map(([, problem]) => problem), 'Add to a target file (--target FILE): organization, '];
    expect(ended).toEqual(
      problems.map((problem) => ({ code: 2, stdout: '', stderr: expect.stringContaining(problem) })),
    );
  });
});
