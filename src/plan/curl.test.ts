import { execFileSync } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import { curlLinesOf, curlOf } from './curl.ts';

/** The arguments that the shell passes to the command. */
function wordsOf(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  return execFileSync('sh', ['-c', script], { env: { READ_WRITE_KEY: 'the-key' } })
    .toString()
    .split('\0')
    .slice(0, -1);
}

describe('curlOf', () => {
  it('repeats the request exactly, whatever it contains', () => {
    const body = `{"name":"it's $HOME \\"x\\" \`id\`"}`;
    const headers = { 'x-odd': 'a "b" `id` \\ c' };
    const command = curlOf('http://127.0.0.1:1/api', { method: 'PUT', path: "/a/%zz/'b'?c=$d", headers, body });
    expect(wordsOf(command)).toEqual([
      '-i',
      '-X',
      'PUT',
      '-H',
      'x-odd: a "b" `id` \\ c',
      '--data-raw',
      body,
      '--path-as-is',
      "http://127.0.0.1:1/api/a/%zz/'b'?c=$d",
    ]);
  });

  it('lets the shell expand a masked key', () => {
    const headers = { authorization: 'Bearer $READ_WRITE_KEY' };
    expect(wordsOf(curlOf('http://x', { method: 'GET', path: '/', headers }))).toContain(
      'authorization: Bearer the-key',
    );
  });

  it('writes the same command over several lines', () => {
    const request = { method: 'POST', path: '/a', headers: { accept: '*/*' }, body: '{"name":"O\'Hara"}' };
    expect(curlLinesOf('http://x', request).split('\n')).toHaveLength(4);
    expect(wordsOf(curlLinesOf('http://x', request))).toEqual(wordsOf(curlOf('http://x', request)));
  });
});
