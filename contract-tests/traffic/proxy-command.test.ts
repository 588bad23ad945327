import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startServer } from '../../src/server/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { runCommand } from '../run-command.ts';
import { killServedProcesses, startInProcess } from '../served-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proxy-command-'));
});
afterAll(() => {
  killServedProcesses();
  rmSync(folder, { recursive: true });
});

const KEY = 'sk_live_demo_read_write';
const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

describe('workspace-api proxy', () => {
  it('passes requests on unchanged, and reports at Ctrl-C', async () => {
    const server = await startServer({ definition: demoDefinition, port: 0, log: () => undefined });
    const proxy = await startInProcess([
      'proxy',
      '--port',
      '0',
      '--to',
      server.url,
      '--json',
      join(folder, 'report.json'),
      '--har',
      join(folder, 'traffic.har'),
    ]);
    try {
      const url = `${proxy.url}/acme-corp/sales/Customer`;
      const created = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ name: 'Zoë', email: 'z@example.com' }),
      });
      expect(await created.json()).toMatchObject({ data: { name: 'Zoë' } });
      expect((await fetch(`${url}/404404`, { headers })).status).toBe(404);
      expect((await fetch(`${url}?size=1`)).status).toBe(401);
      expect(await proxy.end('SIGINT')).toBe(0);
    } finally {
      await server.close();
    }
    expect(proxy.said()).toMatch(/^getRecord +recordNotFound +404 +1 /m);
    expect(proxy.said()).toMatch(/2 of 71 failures judged\nPASSED {2}3 of 3 exchanges judged, 0 findings, 0 notes\n$/);
    const report = readFileSync(join(folder, 'report.json'), 'utf8');
    expect(JSON.parse(report).seen).toHaveLength(3);
    const har = readFileSync(join(folder, 'traffic.har'), 'utf8');
    expect(proxy.said() + proxy.errors() + report + har).not.toContain(KEY);
    const again = await runCommand(['judge', 'traffic.har'], { folder });
    expect(again.stdout).toMatch(/2 of 71 failures judged\nPASSED {2}3 of 3 exchanges judged/);
  });

  it('reports a violation when it sees it, in a compressed response too, and passes on what is not the API', async () => {
    const wrong = JSON.stringify({ error: { code: 'NOT_FOUND', message: `No record for ${KEY}` } });
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/api/v1/')) {
        response.writeHead(404, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          'x-request-id': '1',
        });
        response.end(gzipSync(wrong));
      } else response.end(`the page ${request.url}`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const proxy = await startInProcess(['proxy', '--port', '0', '--to', `http://127.0.0.1:${port}/api/v1`]);
    try {
      expect(await (await fetch(`${proxy.url}/acme-corp/sales/Customer/1`, { headers })).text()).toBe(wrong);
      expect(await (await fetch(new URL('/page?x=%zz', proxy.url))).text()).toBe('the page /page?x=%zz');
      expect(await proxy.end('SIGINT')).toBe(0);
    } finally {
      server.close();
    }
    expect(proxy.errors()).toContain('Note  message at getRecord (undocumented), seen once');
    expect(proxy.said()).toContain('1 exchange to other addresses: GET /page?x=%zz');
    expect(proxy.said() + proxy.errors()).not.toContain(KEY);
  });

  it('breaks off a response where the API does, and says so', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"data"', () => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const proxy = await startInProcess(['proxy', '--port', '0', '--to', `http://127.0.0.1:${port}/api/v1`]);
    const body = fetch(`${proxy.url}/acme-corp/sales/Customer`, { headers }).then((response) => response.text());
    await expect(body).rejects.toThrow('terminated');
    expect(await proxy.end('SIGINT')).toBe(2);
    server.close();
    expect(proxy.errors()).toBe('GET /api/v1/acme-corp/sales/Customer: the response ended too early (aborted)\n');
  });

  it('answers 502 and says why if the API cannot be reached', async () => {
    const proxy = await startInProcess(['proxy', '--port', '0', '--to', 'http://127.0.0.1:9/api/v1']);
    const response = await fetch(`${proxy.url}/acme-corp/sales/Customer?secret=1`, { headers });
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('workspace-api proxy: no response from the server');
    expect(await proxy.end('SIGINT')).toBe(2);
    expect(proxy.errors()).toBe(
      'GET /api/v1/acme-corp/sales/Customer: no response from http://127.0.0.1:9 (connect ECONNREFUSED 127.0.0.1:9)\n',
    );
  });
});
