import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { Report } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';
import { requireSchema } from './verify.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_REPORT = 25 * MEGABYTE;
const MOST_MEMORY = 400 * MEGABYTE;

const servers: Server[] = [];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huge-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes the process print its peak memory, in kibibytes, when it ends. */
const PRINT_MEMORY = `--import data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('peak memory ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;

/** Verifies a server on which every response is the same, and writes all reports. */
async function verifyServer(listener: RequestListener, options: readonly string[]) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    join(folder, 'target.json'),
    JSON.stringify(demoTarget(`http://127.0.0.1:${port}/api/v1`, { faults: true })),
  );
  const files = {
    '--json': 'report.json',
    '--junit': 'report.xml',
    '--html': 'report.html',
    '--sarif': 'report.sarif',
    '--har': 'report.har',
    '--comment': 'report.md',
  };
  const reports = Object.entries(files).flat();
  const words = ['verify', '--target', 'target.json', ...options, '--github', ...reports];
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  const environment = { NODE_OPTIONS: PRINT_MEMORY, GITHUB_STEP_SUMMARY: summary };
  for (const file of Object.values(files)) rmSync(join(folder, file), { force: true });
  const { code, stdout, stderr } = await runCommand(words, { folder, environment });
  const sizes = [...Object.values(files).map((file) => statSync(join(folder, file)).size), stdout.length];
  const text = readFileSync(join(folder, 'report.json'), 'utf8');
  requireSchema(text);
  const report: Report = JSON.parse(text);
  const memory = Number(/peak memory (\d+)/.exec(stderr)?.[1]) * 1024;
  return { code, report, stderr, largest: Math.max(...sizes), memory };
}

const json = { 'content-type': 'application/json' };

let count = 0;

/**
 * Returns the same megabyte every time, except for a number at its start: error pages also differ, if they show the time or an id of the
 * request.
 */
function returning(
  status: number,
  headers: Readonly<Record<string, string>>,
  { before = '', text, after = '' }: { readonly before?: string; readonly text: string; readonly after?: string },
): RequestListener {
  const megabyte = Buffer.from(text.repeat(MEGABYTE / text.length) + after);
  return (_request, response) => {
    const start = `${before}${(count += 1)} `;
    response.writeHead(status, { ...headers, 'content-length': start.length + megabyte.length }).write(start);
    response.end(megabyte);
  };
}

const repeating =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, json).end(body);

const MEGABYTE_OF_X = 'x'.repeat(MEGABYTE);

function endless(response: ServerResponse): void {
  if (!response.destroyed) response.write(MEGABYTE_OF_X, () => endless(response));
}

/** What is hard to parse, or never ends. */
const MALICIOUS: readonly RequestListener[] = [
  repeating(500, '['.repeat(7000)),
  repeating(500, '['.repeat(MEGABYTE)),
  repeating(500, '"\\'.repeat(MEGABYTE / 2)),
  (_request, response) => {
    response.writeHead(500, json);
    endless(response);
  },
];

const used: number[] = MALICIOUS.map(() => 0);

/** Answers in another malicious way each time. */
function maliciousInTurn(...[request, response]: Parameters<RequestListener>): void {
  const next = used.indexOf(Math.min(...used));
  used[next] = (used[next] ?? 0) + 1;
  MALICIOUS[next]?.(request, response);
}

const HOSTILE = ['--level', 'hostile'];
const DOCUMENTED = ['--level', 'documented'];
const FEW = ['--only', 'badRequest'];

describe.each<readonly [what: string, options: readonly string[], listener: RequestListener]>([
  ['a page of 1 MB', HOSTILE, returning(500, { 'content-type': 'text/html' }, { text: '<p>Oops "x"</p>\n' })],
  [
    'an envelope of 1 MB',
    DOCUMENTED,
    returning(500, json, { before: '{"error":{"code":"INTERNAL_ERROR","message":"', text: 'no ', after: '"}}' }),
  ],
  ['a success of 1 MB', DOCUMENTED, returning(200, json, { before: '{"data":"', text: 'yes ', after: '"}' })],
  ['control characters', DOCUMENTED, returning(500, json, { text: '\u0001\u001b' })],
  ['bodies that are hard to parse or never end, in turn', FEW, maliciousInTurn],
])('a server that answers everything with %s', (_what, options, listener) => {
  let result: Awaited<ReturnType<typeof verifyServer>>;
  beforeAll(async () => {
    result = await verifyServer(listener, options);
  }, 240_000);

  it('breaks the contract, with findings of both senders', () => {
    expect(result).toMatchObject({ code: 1, report: { summary: { ok: false } } });
    expect(new Set(result.report.findings.flatMap(({ senders }) => senders))).toEqual(new Set(['http', 'dredd']));
    expect(result.report.findings.map(({ message }) => message).join()).not.toMatch(/call stack|Dredd returned/);
  });

  it('gets reports that can be opened, within the memory of a small machine', () => {
    expect(result.largest).toBeLessThan(LARGEST_REPORT);
    expect(result.memory).toBeLessThan(MOST_MEMORY);
    expect(result.memory).toBeGreaterThan(0);
  });
});

it('both senders send so many requests that they get every malicious body', () => {
  expect(Math.min(...used)).toBeGreaterThan(1);
});
