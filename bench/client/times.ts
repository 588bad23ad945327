import { fork } from 'node:child_process';
import { once } from 'node:events';

import { contract } from '../../src/contract/index.ts';
import { median } from '../statistics.ts';
import type { Contender } from './contenders.ts';
import { contenders } from './contenders.ts';

/** The number of calls in a sample. */
const CALLS = 200;

/** The number of untimed calls before a sample. They absorb the garbage collection caused by the previous contender. */
const CALLS_BEFORE = 100;

/** The number of rounds that do not count, because the JIT compiler is still warming up. */
const WARM_UP = 3;

/** The time of a contender's call in microseconds, and its ratio to that of the first contender. */
export interface Times {
  readonly name: string;
  readonly kind: 'read' | 'write';
  readonly time: number;
  readonly ratio: number;
}

/**
 * Times every contender against one server, in turns. Each sample is taken between two samples of the first contender, to which the
 * ratio refers, so that a moment in which the machine is slow affects both.
 */
export async function measureTimes(rounds: number): Promise<readonly Times[]> {
  const server = fork(new URL('server.ts', import.meta.url));
  try {
    const [{ port }] = await once(server, 'message');
    const all = contenders(`http://127.0.0.1:${port}${contract.servers.mock.basePath}/acme-corp/sales`);
    const [bare] = all;
    if (bare === undefined) throw new Error('There is nothing to measure');
    const samples = all.flatMap((contender) =>
      (['read', 'write'] as const).map((kind) => ({ contender, kind, times: [] as number[], ratios: [] as number[] })),
    );
    for (let round = -WARM_UP; round < rounds; round += 1) {
      // Alternates the direction, so that no contender always follows the same one.
      for (const { contender, kind, times, ratios } of round % 2 === 0 ? samples : samples.toReversed()) {
        const before = await microseconds(bare, kind);
        const time = await microseconds(contender, kind);
        const after = await microseconds(bare, kind);
        if (round >= 0) {
          times.push(time);
          ratios.push(time / ((before + after) / 2));
        }
      }
    }
    return samples.map(({ contender: { name }, kind, times, ratios }) => ({
      name,
      kind,
      time: median(times),
      ratio: median(ratios),
    }));
  } finally {
    server.disconnect();
  }
}

async function microseconds(contender: Contender, kind: 'read' | 'write'): Promise<number> {
  await call(contender, kind, CALLS_BEFORE);
  const start = performance.now();
  await call(contender, kind, CALLS);
  return ((performance.now() - start) / CALLS) * 1000;
}

async function call(contender: Contender, kind: 'read' | 'write', times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    if ((await contender[kind]()) === undefined) throw new Error(`${contender.name} returned no body`);
  }
}
