import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';

import { afterEach, beforeEach } from '@jest/globals';

import type { Definition } from '../../workspace/index.ts';
import { demoDefinition } from '../../workspace/index.ts';
import type { LogEntry } from '../log/log.ts';
import type { RunningServer, ServerOptions } from '../start-server.ts';
import { startServer } from '../start-server.ts';

/** The API keys of the demo, by purpose. */
export const demoKeys = {
  readWrite: 'sk_live_demo_read_write',
  readOnly: 'sk_live_demo_read_only',
  expired: 'sk_live_demo_expired',
  revoked: 'sk_live_demo_revoked',
  inventory: 'sk_live_demo_inventory',
  archive: 'sk_live_demo_archive',
} as const;

/** A server under test, and what it logged. */
export interface TestServer extends RunningServer {
  readonly logged: LogEntry[];
}

/** Starts a real server with the demo on a free port. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const logged: LogEntry[] = [];
  const definition: Definition = demoDefinition;
  const server = await startServer({ definition, port: 0, log: (entry) => logged.push(entry), ...options });
  return { ...server, logged };
}

/** A request to send. A path that starts with `/` is relative to the workspace `sales`, any other to `/api/v1/`. */
export interface Question {
  readonly method?: string;
  readonly path?: string;
  /** The API key; null sends none. The read-write key of `sales` by default. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON; text and bytes are sent unchanged. */
  readonly body?: unknown;
}

/** A response. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The parsed JSON; `undefined` if the body is empty or of another type. */
  readonly body: unknown;
}

/** Sends a request with node:http, which sends the path and headers unchanged; `fetch` would normalize them. */
export async function ask(server: Pick<RunningServer, 'url'>, question: Question = {}): Promise<Answer> {
  const { method = 'GET', path = '/Customer', key = demoKeys.readWrite, headers = {}, body } = question;
  const { hostname, port, pathname } = new URL(server.url);
  const bytes = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const sent = {
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(bytes === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const target = `${pathname}/${path.startsWith('/') ? `acme-corp/sales${path}` : path}`;
    const request = httpRequest({ hostname, port, method, path: target, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = text !== '' && response.headers['content-type'] !== 'text/plain';
        const json: unknown = isJson ? JSON.parse(text) : undefined;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: json });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

/** Sends requests to a server that is new for each test of a file. */
export interface FreshServer {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  remove(path: string, body?: unknown): Promise<Answer>;
}

/** Starts a server with the demo before each test of a file, and stops it after the test. */
export function freshServer(): FreshServer {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());
  return {
    get: (path) => ask(server, { path }),
    post: (path, body) => ask(server, { method: 'POST', path, body }),
    put: (path, body) => ask(server, { method: 'PUT', path, body }),
    remove: (path, body) => ask(server, { method: 'DELETE', path, body }),
  };
}

/** A request whose headers were sent. */
export interface OpenRequest {
  /** Sends the body. */
  finish(): void;
  /** Everything received until the connection ends. */
  readonly answer: Promise<string>;
}

/** Opens a request that creates a customer, and waits until the server is waiting for its body. */
export async function openRequest(server: Pick<RunningServer, 'url'>, customer: object): Promise<OpenRequest> {
  const { hostname, port, pathname } = new URL(server.url);
  const body = JSON.stringify(customer);
  const head = [
    `POST ${pathname}/acme-corp/sales/Customer HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${demoKeys.readWrite}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Expect: 100-continue',
  ];
  const chunks: string[] = [];
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(`${head.join('\r\n')}\r\n\r\n`));
  socket.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const answer = new Promise<string>((resolve, reject) => {
    socket.on('end', () => resolve(chunks.join('')));
    socket.on('error', reject);
  });
  // 100 Continue has arrived, so the request is open.
  await new Promise((resolve) => socket.once('data', resolve));
  return { finish: () => socket.write(body), answer };
}

/** Sends bytes over a plain TCP connection and returns everything received until the server closes it. */
export async function askBytes(server: Pick<RunningServer, 'url'>, bytes: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}
