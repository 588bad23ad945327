import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { RecordedExchange } from '../../src/traffic/index.ts';
import { demoDefinition, demoTarget } from '../../src/workspace/index.ts';
import { sarifErrors } from '../../src/sarif/testing/sarif-errors.ts';
import { runCommand } from '../run-command.ts';
import { harOf } from './har-of.ts';
import { recordRun } from './record-run.ts';

const SCHEMAS = ['traffic/report/traffic-report.schema.json', 'coverage/failure-coverage.schema.json'].map(
  (file): object => JSON.parse(readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')),
);

const URL_OF_TARGET = 'https://api.example.com/api/v1';

let folder: string;
let recorded: readonly RecordedExchange[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'judge-command-'));
  const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  recorded = await recordRun(parseTarget(demoTarget(server.url, { faults: true }), {}), 'documented');
  await server.close();
  write('honest.har', harOf(recorded));
  write('target.json', JSON.stringify(demoTarget(URL_OF_TARGET, { faults: true })));
  write('definition.json', JSON.stringify(demoDefinition));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

const judge = (...words: readonly string[]) => runCommand(['judge', ...words], { folder });

/** The recording with another response to the first request that got this failure. */
function withWrong(message: string, other: string): readonly RecordedExchange[] {
  const index = recorded.findIndex(({ response }) => response.body?.includes(message));
  return recorded.map((exchange, at) =>
    at === index
      ? { ...exchange, response: { ...exchange.response, body: exchange.response.body?.replace(message, other) ?? '' } }
      : exchange,
  );
}

/** Returns what is not valid in a file, by the published schema. */
function problemsOf(file: string, schema: object | undefined): unknown {
  const ajv = new Ajv2020({ strict: false });
  for (const each of SCHEMAS) if (each !== schema) ajv.addSchema(each);
  const validate = ajv.compile(schema ?? {});
  return validate(JSON.parse(read(file))) ? null : validate.errors;
}

describe('workspace-api judge', () => {
  it('passes honest traffic, with everything known, and measures which failures it has', async () => {
    const known = ['--target', 'target.json', '--workspaces', 'definition.json', '--fail-on', 'note'];
    const written = [
      '--json',
      'report.json',
      '--coverage',
      'coverage.json',
      '--coverage-badge',
      'badge.json',
      '--coverage-floor',
      'floor.json',
    ];
    const { code, stdout, stderr } = await judge('honest.har', ...known, ...written);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'the floor floor.json now has 71 failures; commit it\n' });
    expect(stdout).toMatch(/^71 of 71 failures judged\nPASSED {2}\d+ of \d+ exchanges judged, 0 findings, 0 notes\n$/m);
    expect(stdout).toMatch(/^getRecord +recordNotFound +404 +\d+/m);
    expect(problemsOf('report.json', SCHEMAS[0])).toBeNull();
    expect(problemsOf('coverage.json', SCHEMAS[1])).toBeNull();
    expect(JSON.parse(read('badge.json'))).toMatchObject({ message: '71 of 71', color: 'brightgreen' });
  });

  it('reports a violation with an example, and hides the keys', async () => {
    write('wrong.har', harOf(withWrong('API key has expired', 'The key sk_live_demo_expired is too old')));
    const { code, stdout, stderr } = await judge(
      ...['wrong.har', '--json', 'wrong.json', '--sarif', 'wrong.sarif', '--coverage-floor', 'floor.json'],
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Finding 1  message at listRecords');
    expect(stdout).toContain('the message is "The key $AUTHORIZATION_HEADER');
    expect(stdout).toContain('sent GET /acme-corp/sales/Customer');
    expect(problemsOf('wrong.json', SCHEMAS[0])).toBeNull();
    expect(sarifErrors(read('wrong.sarif'))).toEqual([]);
    expect(JSON.parse(read('wrong.sarif')).runs[0].results).toEqual([
      expect.objectContaining({
        ruleId: 'message/undocumented',
        level: 'error',
        partialFingerprints: expect.objectContaining({
          'workspaceApiFinding/v1': expect.stringMatching(/^message:listRecords\.\w+\.observed$/),
        }),
      }),
    ]);
    for (const text of [stdout, read('wrong.json'), read('wrong.sarif')]) expect(text).not.toMatch(/sk_live/);
  });

  it('hides a key of one exchange in all others, before and after it', async () => {
    const [first] = recorded;
    if (first === undefined) throw new Error('nothing was recorded');
    const key = 'another-key-98765';
    const leaking = {
      ...first,
      request: { ...first.request, url: `${first.request.url}&note=${key}`, headers: {} },
      response: {
        ...first.response,
        status: 500,
        body: JSON.stringify({ error: { code: 'X', message: `of ${key}` } }),
      },
    };
    const showing = { ...first, request: { ...first.request, headers: { authorization: `Bearer ${key}` } } };
    write('keys.har', harOf([leaking, showing, leaking]));
    const { code, stdout } = await judge('keys.har', '--json', 'keys.json', '--sarif', 'keys.sarif');
    expect(code).toBe(1);
    expect(stdout).toContain('of $AUTHORIZATION_HEADER');
    for (const text of [stdout, read('keys.json'), read('keys.sarif')]) expect(text).not.toContain(key);
  });

  it('says that it failed if notes fail it', async () => {
    write(
      'note.har',
      harOf(
        recorded.map((each) => ({
          ...each,
          response: { ...each.response, headers: { 'content-type': 'application/json' } },
        })),
      ),
    );
    expect(await judge('note.har')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^PASSED /m) });
    const strict = await judge('note.har', '--fail-on', 'note');
    expect(strict).toMatchObject({ code: 1, stdout: expect.stringMatching(/^FAILED /m) });
  });

  it('reads NDJSON from standard input', async () => {
    const wrong = withWrong('"Record not found: ', '"No record: ');
    write('wrong.ndjson', wrong.map((exchange) => JSON.stringify(exchange)).join('\n'));
    const { code, stdout } = await runCommand(['judge', '-'], { folder, redirection: '< wrong.ndjson' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/Finding 1 {2}message at getRecord \(undocumented\), seen once/);
  });

  it('fails below the floor', async () => {
    write('few.har', harOf(recorded.filter(({ response }) => response.status !== 409)));
    const { code, stdout, stderr } = await judge('few.har', '--coverage-floor', 'floor.json');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^BELOW THE FLOOR {2}/m);
    expect(stderr).toMatch(/^below the floor floor\.json: no longer judged: createRecord\.workspaceRestricted, /);
    expect(JSON.parse(read('floor.json')).judged).toHaveLength(71);
  });

  it('reports what it read of a file that was cut, and does not pass', async () => {
    const whole = harOf(recorded);
    write('cut.har', whole.slice(0, whole.length / 2));
    const { code, stdout } = await judge('cut.har', 'missing.har');
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /Not read\n {2}cut\.har: it ends in the middle: \d+ exchanges were read\n {2}missing\.har: it cannot be read \(ENOENT: [^\n]*\); pass a HAR file or NDJSON, or - for standard input\n/,
    );
    expect(stdout).toMatch(/INCOMPLETE {2}\d+ of \d+ exchanges judged, 0 findings/);
  });

  it('says what --url has to be if no request is to it', async () => {
    const { code, stdout } = await judge('honest.har', '--url', 'https://other.example.com/api/v1');
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /Look at this\n {2}no request is to https:\/\/other\.example\.com\/api\/v1\/, where --url says .*: change --url to everything/,
    );
  });

  it.each([
    [[], /FILE is missing/],
    [['x.har', '--url', 'nope'], /--url /],
    [['x.har', '--fail-on', 'x'], /--fail-on takes finding or note, not "x"/],
    [['x.har', '--target', 'missing.json'], /--target: cannot read the file/],
    [['x.har', '--workspaces', 'missing.json'], /cannot read missing\.json/],
    [['x.har', '--coverage-floor', 'target.json'], /--coverage-floor: target\.json: this is no floor/],
  ])('refuses %j', async (words, problem) => {
    const { code, stderr } = await judge(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(problem);
  });
});

describe('workspace-api coverage', () => {
  it('adds up runs, and lists what was never judged', async () => {
    write('few.har', harOf(recorded.filter(({ response }) => response.status !== 409)));
    await judge('few.har', '--coverage', 'few.json');
    const few = await runCommand(['coverage', 'few.json'], { folder });
    expect(few).toMatchObject({ code: 0, stderr: '' });
    expect(few.stdout).toMatch(/^63 of 71 failures judged\nNot judged:\n {2}createRecord: /);
    await judge('honest.har', '--coverage', 'all.json');
    const both = await runCommand(['coverage', 'few.json', 'all.json', '--coverage', 'both.json'], { folder });
    expect(both).toMatchObject({ code: 0, stdout: '71 of 71 failures judged\n' });
    expect(problemsOf('both.json', SCHEMAS[1])).toBeNull();
    expect(await runCommand(['coverage', 'target.json'], { folder })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('target.json: this is no failure coverage'),
    });
  });
});
