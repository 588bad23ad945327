import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import autocannon from 'autocannon';

import { mockPeers, ours } from './mocks/index.ts';
import { measureMemory } from './mocks/memory.ts';
import type { MockPeer, RequestKind } from './mocks/mock-peer.ts';
import { requestKinds } from './mocks/mock-peer.ts';
import type { RunningProcess } from './running-process.ts';
import { startProcess } from './running-process.ts';
import { columns, median } from './statistics.ts';

const HELP = `Usage: npm run bench:mock -- [options]

Measures the mock beside its peers, in one run and interleaved: how long each takes to start (to its first answer, and to its
first answer to a body), and for four kinds of requests how many it answers a second, how much CPU each costs, and how slow
the slowest of a hundred is. Medians, and ratios to the Prism CLI at its default.

Options:
  --rounds N      how often each is measured (default 5)
  --seconds N     how long each kind of request is sent in a round (default 2)
  --memory N      measure nothing but the memory of ours over so many requests
  --help          print this
`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    memory: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** At how many connections requests are sent at once. */
const CONNECTIONS = 10;

/** What the others are compared with. */
const YARDSTICK = 'Prism CLI';

interface Measured {
  readonly perSecond: number;
  /** In microseconds. */
  readonly cpu: number;
  /** In milliseconds. */
  readonly p99: number;
}

if (options.help) process.stdout.write(HELP);
else if (options.memory !== undefined) console.log(await measureMemory(ours, Number(options.memory)));
else console.log([await measureStarts(Number(options.rounds)), ...(await measureLoad())].join('\n\n'));

async function measureStarts(rounds: number): Promise<string> {
  const started = new Map(
    mockPeers.map(({ name }): [string, { get: number[]; post: number[] }] => [name, { get: [], post: [] }]),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of mockPeers) {
      for (const [kind, times] of [
        ['GET 200', started.get(peer.name)?.get],
        ['POST 422', started.get(peer.name)?.post],
      ] as const) {
        const start = performance.now();
        const running = await startProcess(peer.start);
        await firstAnswer(running, peer, kind);
        times?.push(performance.now() - start);
        await running.stop();
      }
    }
    progress(`starts: round ${round + 1} of ${rounds}`);
  }
  const of = (name: string, kind: 'get' | 'post'): number => median(started.get(name)?.[kind] ?? []);
  const rows = mockPeers.map(({ name }) => [
    name,
    `${of(name, 'get').toFixed(0)} ms`,
    ratio(of(name, 'get'), of(YARDSTICK, 'get')),
    `${of(name, 'post').toFixed(0)} ms`,
    ratio(of(name, 'post'), of(YARDSTICK, 'post')),
  ]);
  return columns([['start', 'first GET', 'ratio', 'first POST', 'ratio'], ...rows]);
}

async function measureLoad(): Promise<readonly string[]> {
  const running = await Promise.all(mockPeers.map(async (peer) => ({ peer, process: await startProcess(peer.start) })));
  const table = new Map<string, Measured[]>();
  try {
    for (const { peer, process } of running) await firstAnswer(process, peer, 'POST 422');
    for (let round = 0; round < Number(options.rounds); round += 1) {
      for (const kind of requestKinds) {
        for (const { peer, process } of running) {
          const key = `${peer.name} ${kind}`;
          table.set(key, [...(table.get(key) ?? []), await load(process, peer, kind)]);
        }
      }
      progress(`load: round ${round + 1} of ${options.rounds}`);
    }
    const memory = running.map(({ peer, process }) => [peer.name, `${process.memory().toFixed(0)} MiB`]);
    return [...requestKinds.map((kind) => describeKind(kind, table)), columns([['afterwards', 'memory'], ...memory])];
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
  }
}

async function load(process: RunningProcess, peer: MockPeer, kind: RequestKind): Promise<Measured> {
  const [method = '', status = ''] = kind.split(' ');
  const { path, headers, body } = peer.requests[kind];
  const before = process.cpuSeconds();
  const { requests, latency, duration, errors, statusCodeStats } = await autocannon({
    url: `http://127.0.0.1:${process.port}${path}`,
    method,
    headers,
    body,
    connections: CONNECTIONS,
    duration: Number(options.seconds),
  });
  const statuses = Object.keys(statusCodeStats).join(', ');
  if (errors > 0 || statuses !== status)
    throw new Error(`${peer.name} answered ${kind} with ${statuses}, ${errors} errors`);
  return {
    perSecond: requests.total / duration,
    cpu: ((process.cpuSeconds() - before) / requests.total) * 1e6,
    p99: latency.p99,
  };
}

function describeKind(kind: RequestKind, table: ReadonlyMap<string, readonly Measured[]>): string {
  const of = (name: string, what: keyof Measured): number =>
    median((table.get(`${name} ${kind}`) ?? []).map((each) => each[what]));
  const rows = mockPeers.map(({ name }) => [
    name,
    of(name, 'perSecond').toFixed(0),
    ratio(of(name, 'perSecond'), of(YARDSTICK, 'perSecond')),
    `${of(name, 'cpu').toFixed(0)} µs`,
    ratio(of(name, 'cpu'), of(YARDSTICK, 'cpu')),
    `${of(name, 'p99').toFixed(0)} ms`,
  ]);
  return columns([[kind, 'a second', 'ratio', 'CPU each', 'ratio', 'p99'], ...rows]);
}

/** Asks until there is an answer, and refuses to measure one that is not what was asked for. */
async function firstAnswer({ port }: RunningProcess, peer: MockPeer, kind: RequestKind): Promise<void> {
  const [method = '', status = ''] = kind.split(' ');
  const { path, headers, body } = peer.requests[kind];
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  for (let tries = 0; tries < 5_000; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init).catch(() => undefined);
    await answer?.text();
    if (answer?.status === Number(status)) return;
    if (answer !== undefined) throw new Error(`${peer.name} answered ${kind} with ${answer.status}`);
    await setTimeout(4);
  }
  throw new Error(`${peer.name} does not start`);
}

function ratio(value: number, yardstick: number): string {
  return (value / yardstick).toFixed(2);
}

function progress(line: string): void {
  if (process.stderr.isTTY) console.error(line);
}
