import { parseArgs } from 'node:util';

import { compareLoad, firstAnswer, ratio, showProgress } from './load.ts';
import { mockPeers, ours } from './mocks/index.ts';
import { measureMemory } from './mocks/memory.ts';
import type { MockRequestKind } from './mocks/requests.ts';
import { mockRequestKinds } from './mocks/requests.ts';
import { startProcess } from './running-process.ts';
import type { ServerPeer } from './server-peer.ts';
import { columns, median } from './statistics.ts';

const HELP = `Usage: npm run bench:mock -- [options]

Compares the mock with its peers in one interleaved run. It measures the time to start (until the first response, and until
the first response to a request with a body). For four kinds of requests it measures the requests per second, the CPU time
of each, and the 99th percentile of the latency. It prints medians, and ratios to the Prism CLI with default options.

Options:
  --rounds N      how often to measure each (default 5)
  --seconds N     how long to send each kind of request in a round (default 2)
  --memory N      measure only the memory of this project's mock over N requests
  --help          print this help
`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    memory: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);

/** The name of the mock that the others are compared with. */
const yardstick = 'Prism CLI';

if (options.help) process.stdout.write(HELP);
else if (options.memory !== undefined) console.log(await measureMemory(ours, Number(options.memory)));
else console.log([await measureStarts(), ...(await measureLoad())].join('\n\n'));

async function measureStarts(): Promise<string> {
  const kinds = ['GET 200', 'POST 422'] as const;
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of mockPeers) {
      for (const kind of kinds) {
        const key = `${peer.name} ${kind}`;
        times.set(key, [...(times.get(key) ?? []), await timeStart(peer, kind)]);
      }
    }
    showProgress(`starts: round ${round + 1} of ${rounds}`);
  }
  const of = (name: string, kind: MockRequestKind): number => median(times.get(`${name} ${kind}`) ?? []);
  const rows = mockPeers.map(({ name }) => [
    name,
    ...kinds.flatMap((kind) => [`${of(name, kind).toFixed(0)} ms`, ratio(of(name, kind), of(yardstick, kind))]),
  ]);
  return columns([['start', 'first GET', 'ratio', 'first POST', 'ratio'], ...rows]);
}

/** Starts a mock, and returns the milliseconds until its first response. */
async function timeStart(peer: ServerPeer<MockRequestKind>, kind: MockRequestKind): Promise<number> {
  const start = performance.now();
  const running = await startProcess(peer);
  try {
    const request = peer.requests[kind];
    if (request !== undefined) await firstAnswer(running, peer.name, request);
    return performance.now() - start;
  } finally {
    await running.stop();
  }
}

async function measureLoad(): Promise<readonly string[]> {
  const running = await Promise.all(mockPeers.map(async (peer) => ({ peer, process: await startProcess(peer) })));
  try {
    for (const { peer, process } of running) {
      const request = peer.requests['POST 422'];
      if (request !== undefined) await firstAnswer(process, peer.name, request);
    }
    return await compareLoad(running, mockRequestKinds, { rounds, seconds: Number(options.seconds), yardstick });
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
  }
}
