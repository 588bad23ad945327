import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { senderNames } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import type { Reference } from './hostile-level/verify-hostile.ts';
import { startReference } from './hostile-level/verify-hostile.ts';
import { startMutant } from './mutants/index.ts';
import { runCommand } from './run-command.ts';
import { createTlsServer } from './tls-server.ts';
import { verify } from './verify.ts';

let server: Reference;
/** The URL of the server behind the proxy. */
let behind: string;
const seen = new Set<string>();
const proxy = createServer((incoming, outgoing) => {
  const { method, url = '', headers } = incoming;
  const { host, pathname, search } = new URL(url);
  seen.add(host);
  const upstream = forward(new URL(behind), { method, path: `${pathname}${search}`, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(upstream);
});
// A tunnel: every host is the server with TLS below.
proxy.on('connect', ({ url = '' }, socket, head) => {
  seen.add(url);
  const upstream = connect((tls.address() as AddressInfo).port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
  for (const [one, other] of [
    [upstream, socket],
    [socket, upstream],
  ] as const)
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
});

const tls = createTlsServer(() => server.url);

beforeAll(async () => {
  server = await startReference();
  behind = server.url;
  for (const each of [proxy, tls]) await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  for (const each of [proxy, tls]) {
    each.close();
    each.closeAllConnections();
  }
  await server.close();
});

const proxyUrl = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

describe.each(senderNames)('the sender %s', (sender) => {
  const run = (url: string, environment: NodeJS.ProcessEnv) =>
    verify({
      target: parseTarget(demoTarget(url, { faults: true }), {}),
      level: 'documented',
      senders: [sender],
      connection: { proxy: environment, insecure: true },
    });

  it.each(['HTTP_PROXY', 'http_proxy'])('sends through the proxy that %s names', async (name) => {
    seen.clear();
    const { summary } = await run('http://staging.invalid/api/v1', { [name]: proxyUrl() });
    expect(summary).toMatchObject({ ok: true, failed: 0 });
    expect([...seen]).toEqual(['staging.invalid']);
  });

  it('sends through a tunnel of the proxy that HTTPS_PROXY names', async () => {
    seen.clear();
    const { summary } = await run('https://staging.invalid/api/v1', { HTTPS_PROXY: proxyUrl() });
    expect(summary).toMatchObject({ ok: true, failed: 0 });
    expect([...seen]).toEqual(['staging.invalid:443']);
  });

  it('does not use it for hosts that NO_PROXY names, or for this machine', async () => {
    seen.clear();
    const environment = { HTTP_PROXY: proxyUrl(), NO_PROXY: 'staging.invalid' };
    const { stopped } = await run('http://staging.invalid/api/v1', environment);
    expect(stopped?.reason).toMatch(/cannot be reached/);
    const { summary } = await run(server.url, { HTTP_PROXY: proxyUrl() });
    expect(summary.ok).toBe(true);
    expect([...seen]).toEqual([]);
  });
});

describe('a server that only the proxy reaches', () => {
  const run = () =>
    verify({
      target: parseTarget(demoTarget('http://staging.invalid/api/v1', { faults: true }), {}),
      level: 'hostile',
      senders: ['http'],
      connection: { proxy: { HTTP_PROXY: proxyUrl() } },
    });

  it('passes, and the probes that no proxy can send are named', async () => {
    const { summary, stopped, probes } = await run();
    expect(stopped).toBe(null);
    expect(summary.ok).toBe(true);
    const unprovoked = probes.filter(({ outcome }) => outcome === 'not-provoked');
    expect(unprovoked.map(({ probe }) => probe)).toEqual(['hostile-http', 'hostile-keys', 'hostile-bodies']);
    expect(unprovoked.map(({ reason }) => reason)).toEqual(
      unprovoked.map(() => expect.stringMatching(/can only be reached through one$/)),
    );
  });

  it('fails on what the other requests of these probes find', async () => {
    const mutant = await startMutant(server.url, {
      bending: (real) => (request) =>
        /\[{20}|\\u0000/.test(request.body)
          ? Promise.resolve({ status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' })
          : real(request),
    });
    behind = mutant.url;
    try {
      const { findings, probes } = await run();
      expect(findings.map(({ check }) => check)).toContain('hostile-bodies');
      expect(probes.find(({ probe }) => probe === 'hostile-bodies')?.outcome).toBe('failed');
    } finally {
      behind = server.url;
      await mutant.close();
    }
  });
});

describe('--url', () => {
  it.each([
    'https://jane:pass-word-1@staging.example.com/api/v1',
    'https://jane@staging.example.com/api/v1',
    'https://:pass-word-1@staging.example.com/api/v1',
    'https://staging.example.com/api/v1?tenant=blue',
    'https://jane:pass-word-1@staging.example.com/api/v1?tenant=blue',
  ])('refuses %s, and does not repeat the password', async (url) => {
    const { code, stderr } = await runCommand(['verify', '--url', url]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--url contains a (?:user name|query)/);
    expect(stderr).not.toMatch(/pass-word-1|jane:/);
  });
});

it.each(['0', '1.5', 'fast'])('--rate refuses %s', async (rate) => {
  const { code, stderr } = await runCommand(['verify', '--rate', rate]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^--rate takes a whole number from 1/);
});
