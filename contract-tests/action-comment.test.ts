import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { actionSteps, ROOT } from './workflow-files.ts';

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

const BOT = 'github-actions[bot]';
const TOKEN = 'ghs_secret';

let folder: string;
let comments: Comment[];
/** What GitHub refuses, by the start of "METHOD /path". */
let refused: Readonly<Record<string, number>>;
let asked: string[];

/** A server that behaves like the parts of GitHub's API that the step uses. */
const github = createServer((request, response) => {
  void text(request).then((sent) => {
    const { method = '', url = '/', headers } = request;
    const { pathname, searchParams } = new URL(url, 'http://x');
    asked.push(`${method} ${pathname}`);
    const answer = (status: number, content: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    const refusal = Object.entries(refused).find(([start]) => `${method} ${pathname}`.startsWith(start));
    if (headers.authorization !== `Bearer ${TOKEN}`) return answer(401, {});
    if (refusal !== undefined) return answer(refusal[1], { message: 'Resource not accessible by integration' });
    if (pathname === '/user') return answer(403, {});
    if (method === 'GET') {
      const from = (Number(searchParams.get('page')) - 1) * 100;
      return answer(200, comments.slice(from, from + 100));
    }
    const { body }: { body: string } = JSON.parse(sent);
    if (method === 'POST' && pathname === '/repos/acme/api/issues/7/comments') {
      comments.push({ id: comments.length + 1, body, user: { login: BOT } });
      return answer(201, {});
    }
    const edited = comments.find(({ id }) => pathname === `/repos/acme/api/issues/comments/${id}`);
    if (method !== 'PATCH' || edited === undefined) return answer(404, {});
    edited.body = body;
    return answer(200, {});
  });
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comment '));
  [comments, refused, asked] = [[], {}, []];
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  github.closeAllConnections();
  github.close();
  rmSync(folder, { recursive: true });
});

/** Runs the step as GitHub does. */
function runStep(content: string | undefined, { report = 'error-contract', number = '7' } = {}) {
  mkdirSync(join(folder, report), { recursive: true });
  if (content !== undefined)
    writeFileSync(join(folder, report, 'comment.md'), `<!-- workspace-api-contract -->\n${content}`);
  const step = actionSteps.find(({ id }) => id === 'comment');
  const { port } = github.address() as AddressInfo;
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_REPOSITORY: 'acme/api',
    GITHUB_TOKEN: TOKEN,
    PULL_REQUEST: number,
    REPORT: report,
  };
  return new Promise<{ readonly code: number; readonly stdout: string }>((resolve) => {
    execFile('bash', ['-eo', 'pipefail', '-c', String(step?.run)], { cwd: folder, env }, (error, stdout, stderr) => {
      expect(stdout + stderr).not.toContain(TOKEN);
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout });
    });
  });
}

const bodies = () => comments.map(({ body }) => body);

it('the action writes one comment, and edits it in place, even behind a hundred others', async () => {
  const mark = '<!-- workspace-api-contract error-contract -->';
  const byOther = { id: 1, body: `${mark}\nof somebody else`, user: { login: 'octocat' } };
  comments = [byOther, ...Array.from({ length: 99 }, (_, at) => ({ id: at + 2, body: 'x', user: { login: BOT } }))];
  expect(await runStep('one')).toEqual({ code: 0, stdout: 'Wrote a comment on pull request 7.\n' });
  expect(await runStep('two $& "quoted"')).toEqual({ code: 0, stdout: 'Edited the comment on pull request 7.\n' });
  expect(bodies().slice(100)).toEqual([`${mark}\ntwo $& "quoted"`]);
  expect(comments[0]).toEqual({ ...byOther });
  expect(await runStep('three', { report: 'other' })).toMatchObject({ code: 0 });
  expect(bodies().slice(101)).toEqual(['<!-- workspace-api-contract other -->\nthree']);
});

it.each([
  ['GET /repos', 403],
  ['POST', 403],
  ['POST', 404],
  ['POST', 502],
])('the action says that it may not comment, and does not fail: %s %i', async (start, status) => {
  refused = { [start]: status };
  const { code, stdout } = await runStep('one');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^::warning title=No comment on the pull request::GitHub answered ${status} to `));
  expect(stdout.includes('pull-requests: write')).toBe(status !== 502);
  expect(comments).toEqual([]);
});

it.each([
  ['that wrote no comment', undefined, '7', 'the verifier wrote no comment.md'],
  ['about no pull request', 'one', '', 'this run is not about a pull request'],
])('the action writes no comment for a run %s', async (_what, content, number, reason) => {
  const stdout = `::warning title=No comment on the pull request::${reason}\n`;
  expect(await runStep(content, { number })).toEqual({ code: 0, stdout });
  expect(asked).toEqual([]);
});
