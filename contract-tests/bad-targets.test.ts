import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import type { Report, SenderName } from '../src/verifier/index.ts';
import { senderNames } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { impatientClock } from './impatient-clock.ts';
import { verify } from './verify.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const PATIENT_MS = 30_000;

async function verifyServer(listener: RequestListener, sender: SenderName, timeout = 250): Promise<Report> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = parseTarget(demoTarget(`http://127.0.0.1:${port}/api/v1`, { faults: true }), {});
  return verify({ target, level: 'documented', senders: [sender], timeout, clock: impatientClock() });
}

/** Responds to the first requests, so that the run starts, and passes the later ones to `listener`. */
function after(count: number, listener: RequestListener): RequestListener {
  let answered = 0;
  return (request, response) => {
    answered += 1;
    if (answered > count) listener(request, response);
    else
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end('{"error":{"code":"INTERNAL_ERROR","message":"x"}}');
  };
}

describe.each(senderNames)('with the sender %s, a target that', (sender) => {
  it('never responds cannot be judged', async () => {
    const { stopped } = await verifyServer(() => undefined, sender);
    expect(stopped?.by).toBe('unavailable');
  });

  it('stops responding in the middle of the run cannot be judged', async () => {
    const { stopped } = await verifyServer(
      after(30, () => undefined),
      sender,
    );
    expect(stopped).toEqual({
      by: 'unavailable',
      reason: expect.stringMatching(/got no response \(timed out.*, nor did requests that had worked before/),
    });
  });

  it('crashes in the middle of the run cannot be judged', async () => {
    const dying = after(30, (request) => {
      request.socket.destroy();
      for (const server of servers) server.close();
    });
    const { stopped } = await verifyServer(dying, sender);
    expect(stopped?.by).toBe('unavailable');
  });

  it('sometimes sends an endless response fails', async () => {
    let answered = 0;
    const { summary, findings } = await verifyServer(
      (_request, response) => {
        answered += 1;
        response.writeHead(200, { 'content-type': 'application/json' });
        if (answered % 40 !== 0) response.end('{}');
        else {
          const timer = setInterval(() => response.write(' '.repeat(1000)), 20);
          response.on('close', () => clearInterval(timer));
        }
      },
      sender,
      1500,
    );
    expect(summary.ok).toBe(false);
    expect(findings.filter(({ check }) => check === 'answer')).not.toEqual([]);
  });

  it('sometimes returns 10 MB fails', async () => {
    const body = JSON.stringify({ error: 'x'.repeat(10 * 1024 * 1024) });
    let answered = 0;
    const { summary } = await verifyServer(
      (_request, response) => {
        answered += 1;
        response.writeHead(200, { 'content-type': 'application/json' }).end(answered % 40 === 0 ? body : '{}');
      },
      sender,
      PATIENT_MS,
    );
    expect(summary.ok).toBe(false);
  });

  it('returns HTML fails', async () => {
    const { summary, outcomes, findings } = await verifyServer(
      (_request, response) => {
        response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
      },
      sender,
      PATIENT_MS,
    );
    expect(summary.ok).toBe(false);
    expect(outcomes.filter(({ outcome, basis }) => outcome === 'passed' && basis !== 'ours')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['status', 'body', 'content-type']));
  });

  it('refuses every request as one too many cannot be judged', async () => {
    const limited: RequestListener = (_request, response) => void response.writeHead(429, { 'retry-after': '0' }).end();
    const { stopped } = await verifyServer(limited, sender, PATIENT_MS);
    expect(stopped?.reason).toMatch(/returned 429.*locked the verifier out.*--rate N/);
  });

  it.each([502, 503, 504])('returns %i, as gateways do, cannot be judged', async (status) => {
    const gateway: RequestListener = (_request, response) =>
      void response.writeHead(status, { 'retry-after': '0' }).end();
    const { stopped } = await verifyServer(gateway, sender, PATIENT_MS);
    expect(stopped?.reason).toMatch(new RegExp(`returned ${status}.*gateway`));
  });
});

it('waits for Retry-After and continues when the gateway is back', async () => {
  let refused = false;
  const { outcomes } = await verifyServer(
    (_request, response) => {
      const status = refused ? 404 : 503;
      refused = true;
      response.writeHead(status, { 'retry-after': '0', 'content-type': 'application/json' }).end('{}');
    },
    'http',
    PATIENT_MS,
  );
  expect(outcomes.length).toBeGreaterThan(100);
});
