import { request as httpRequest } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import type { RunningProcess } from '../running-process.ts';
import type { ExpensiveRequest } from './requests.ts';
import { headers } from './requests.ts';

/** What an expensive request did to the server. */
export interface Measured {
  /** The status, or `none` without a response. */
  readonly status: string;
  /** The time until the end of the response, in milliseconds. */
  readonly duration: number;
  /** The longest time that another request waited, in milliseconds. */
  readonly delay: number;
  /** The most memory during the request, and the memory after it, in MiB. */
  readonly peak: number;
  readonly after: number;
}

/** The time between two samples, and the time for memory to return, in milliseconds. */
const INTERVAL = 10;
const RECOVERY = 3000;

/** Sends a request `count` times at once, and observes the server from outside until they are over. */
export async function measure(
  server: RunningProcess,
  request: ExpensiveRequest,
  { count, patience }: { readonly count: number; readonly patience: number | undefined },
): Promise<Measured> {
  const { stop, observed } = observe(server);
  const start = performance.now();
  const statuses = await Promise.all(Array.from({ length: count }, () => send(server.port, request, patience)));
  const duration = performance.now() - start;
  stop();
  const { delay, peak } = await observed;
  await setTimeout(RECOVERY);
  return { status: statuses[0] ?? 'none', duration, delay, peak, after: server.memory() };
}

function observe(server: RunningProcess): {
  stop(): void;
  readonly observed: Promise<{ readonly delay: number; readonly peak: number }>;
} {
  let isOver = false;
  const work = async (): Promise<{ readonly delay: number; readonly peak: number }> => {
    let [delay, peak] = [0, server.memory()];
    while (!isOver) {
      const start = performance.now();
      // A server that has no memory left ends, which the status shows.
      await fetch(`http://127.0.0.1:${server.port}/healthz`)
        .then((response) => response.text())
        .catch(() => undefined);
      delay = Math.max(delay, performance.now() - start);
      peak = Math.max(peak, server.memory());
      await setTimeout(INTERVAL);
    }
    return { delay, peak };
  };
  return { stop: () => (isOver = true), observed: work() };
}

/** Returns the status. With `patience`, leaves the response unread for that many milliseconds. */
function send(port: number, { method, path, body }: ExpensiveRequest, patience: number | undefined): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const options = {
    port,
    method,
    path: `/api/v1/bench/main/${path}`,
    headers: { ...headers, ...length },
    agent: false,
  };
  const sent = httpRequest(options, (response) => {
    response.on('error', () => resolve(`${response.statusCode}, cut off`));
    response.on('end', () => resolve(String(response.statusCode)));
    void setTimeout(patience ?? 0).then(() => response.resume());
  });
  sent.on('error', () => resolve('none'));
  sent.end(body);
  return promise;
}
