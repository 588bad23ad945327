import { setTimeout } from 'node:timers/promises';

import autocannon from 'autocannon';

import type { RunningProcess } from './running-process.ts';
import type { LoadRequest, ServerPeer } from './server-peer.ts';
import { columns, median } from './statistics.ts';

/** The number of concurrent connections. */
export const CONNECTIONS = 10;

/** The options of a comparison. */
export interface LoadOptions {
  readonly rounds: number;
  /** How long to send each kind of request to each server in a round, in seconds. */
  readonly seconds: number;
  /** The name of the server that the others are compared with. */
  readonly yardstick: string;
}

/** A running server and its requests. */
export interface RunningPeer<Kind extends string> {
  readonly peer: ServerPeer<Kind>;
  readonly process: RunningProcess;
}

interface Measured {
  readonly perSecond: number;
  /** In microseconds. */
  readonly cpu: number;
  /** In milliseconds. */
  readonly p99: number;
}

/**
 * Sends every kind of request to every server in turn, round by round, and returns a table of medians for each kind.
 *
 * Each round starts with another server, and a ratio is the median of the ratios within a round, so that neither the order nor a
 * machine that is slower for some minutes favours one of them.
 */
export async function compareLoad<Kind extends string>(
  running: readonly RunningPeer<Kind>[],
  kinds: readonly Kind[],
  { rounds, seconds, yardstick }: LoadOptions,
): Promise<readonly string[]> {
  const measured = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      for (const { peer, process } of turned(running, round)) {
        const request = peer.requests[kind];
        if (request === undefined) continue;
        const key = `${peer.name} ${kind}`;
        measured.set(key, [...(measured.get(key) ?? []), await load(process, peer.name, request, seconds)]);
      }
    }
    showProgress(`load: round ${round + 1} of ${rounds}`);
  }
  const of = (name: string, kind: Kind, what: keyof Measured): readonly number[] =>
    (measured.get(`${name} ${kind}`) ?? []).map((each) => each[what]);
  const ratioOf = (name: string, kind: Kind, what: keyof Measured): string => {
    const compared = of(yardstick, kind, what);
    return median(of(name, kind, what).map((value, round) => value / (compared[round] ?? NaN))).toFixed(2);
  };
  const tableOf = (kind: Kind): string => {
    const rows = running.map(({ peer: { name, requests } }) =>
      requests[kind] === undefined
        ? [name, '–', '–', '–', '–', '–']
        : [
            name,
            median(of(name, kind, 'perSecond')).toFixed(0),
            ratioOf(name, kind, 'perSecond'),
            `${median(of(name, kind, 'cpu')).toFixed(0)} µs`,
            ratioOf(name, kind, 'cpu'),
            `${median(of(name, kind, 'p99')).toFixed(0)} ms`,
          ],
    );
    return columns([[kind, 'per second', 'ratio', 'CPU each', 'ratio', 'p99'], ...rows]);
  };
  const memory = running.map(({ peer, process }) => [peer.name, `${process.memory().toFixed(0)} MiB`]);
  return [...kinds.map(tableOf), columns([['after the run', 'memory'], ...memory])];
}

/** Returns the servers in the order of a round. */
function turned<Each>(servers: readonly Each[], round: number): readonly Each[] {
  const first = round % servers.length;
  return [...servers.slice(first), ...servers.slice(0, first)];
}

async function load(
  { port, cpuSeconds }: RunningProcess,
  name: string,
  { method, status, path, headers, body }: LoadRequest,
  seconds: number,
): Promise<Measured> {
  const before = cpuSeconds();
  const { requests, latency, duration, errors, statusCodeStats } = await autocannon({
    url: `http://127.0.0.1:${port}${path}`,
    method,
    headers,
    body,
    idReplacement: body?.includes('[<id>]') ?? false,
    connections: CONNECTIONS,
    duration: seconds,
  });
  const statuses = Object.keys(statusCodeStats).join(', ');
  if (errors > 0 || statuses !== String(status)) {
    throw new Error(
      `${name} responded to ${method} ${path} with ${statuses} instead of ${status}, and ${errors} errors`,
    );
  }
  return {
    perSecond: requests.total / duration,
    cpu: ((cpuSeconds() - before) / requests.total) * 1e6,
    p99: latency.p99,
  };
}

/**
 * Sends a request until the server has started and responds, and returns the body.
 * @throws {Error} if the response does not have the expected status, or there is none
 */
export async function firstAnswer(
  { port, lastWords }: RunningProcess,
  name: string,
  request: LoadRequest,
): Promise<string> {
  const { method, status, path, headers, body } = request;
  const init = { method, headers, ...(body === undefined ? {} : { body: body.replace('[<id>]', 'first') }) };
  for (let tries = 0; tries < 5_000; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init).catch(() => undefined);
    const text = await answer?.text();
    if (text !== undefined && answer?.status === status) return text;
    if (answer !== undefined) throw new Error(`${name} responded to ${method} ${path} with ${answer.status}: ${text}`);
    if (lastWords() !== undefined) throw new Error(`${name} ended: ${lastWords()}`);
    await setTimeout(4);
  }
  throw new Error(`${name} did not start`);
}

/** Returns the ratio of two values as text. */
export function ratio(value: number, yardstick: number): string {
  return (value / yardstick).toFixed(2);
}

/** Prints the progress of a measurement, but only to a terminal. */
export function showProgress(line: string): void {
  if (process.stderr.isTTY) console.error(line);
}
