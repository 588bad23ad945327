import { fork } from 'node:child_process';
import { once } from 'node:events';

import { contract } from '../../src/contract/index.ts';
import { median } from '../statistics.ts';
import type { Contender } from './contenders.ts';
import { contenders } from './contenders.ts';

/** How many calls a sample has. */
const CALLS = 200;

/** How many calls go before a sample, untimed: they pay for the garbage of whoever was measured before. */
const CALLS_BEFORE = 100;

/** How many rounds are not counted: the compiler still works. */
const WARM_UP = 3;

/** The time of a contender's call: microseconds, and the ratio to the first contender's. */
export interface Times {
  readonly name: string;
  readonly kind: 'read' | 'write';
  readonly time: number;
  readonly ratio: number;
}

/**
 * Times every contender against one server, in turns, and each between two samples of the first, which its ratio is to: what
 * slows the machine down for a moment slows both.
 */
export async function measureTimes(rounds: number): Promise<readonly Times[]> {
  const server = fork(new URL('server.ts', import.meta.url));
  try {
    const [{ port }] = await once(server, 'message');
    const all = contenders(`http://127.0.0.1:${port}${contract.servers.mock.basePath}/acme-corp/sales`);
    const [bare] = all;
    if (bare === undefined) throw new Error('there is nothing to measure');
    const samples = all.flatMap((contender) =>
      (['read', 'write'] as const).map((kind) => ({ contender, kind, times: [] as number[], ratios: [] as number[] })),
    );
    for (let round = -WARM_UP; round < rounds; round += 1) {
      // There and back, so that nobody always follows the same other.
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
    if ((await contender[kind]()) === undefined) throw new Error(`${contender.name} got nothing`);
  }
}
