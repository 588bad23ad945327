import { fork } from 'node:child_process';
import { once } from 'node:events';

import { median } from '../statistics.ts';
import type { Contender } from './contenders.ts';
import { contenders } from './contenders.ts';

const CALLS = 300;

/** Microseconds a call of each contender, and their ratios to the first. */
export interface Times {
  readonly name: string;
  readonly read: number;
  readonly write: number;
  readonly readRatio: number;
  readonly writeRatio: number;
}

/** Times every contender against one server, in turns: what slows the machine down slows all of them. */
export async function measureTimes(rounds: number): Promise<readonly Times[]> {
  const server = fork(new URL('server.ts', import.meta.url));
  try {
    const [{ port }] = await once(server, 'message');
    const all = contenders(`http://127.0.0.1:${port}/api/v1/acme-corp/sales`);
    const samples = new Map<string, number[]>();
    for (let round = -1; round < rounds; round += 1) {
      for (const kind of ['read', 'write'] as const) {
        // Each begins once, so that nobody always follows the same other.
        const turn = [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
        for (const contender of turn) {
          const time = await microseconds(contender, kind);
          const key = `${contender.name} ${kind}`;
          // The first round only warms up.
          if (round >= 0) samples.set(key, [...(samples.get(key) ?? []), time]);
        }
      }
    }
    const of = (name: string, kind: string): readonly number[] => samples.get(`${name} ${kind}`) ?? [];
    const ratio = (name: string, kind: string): number =>
      median(of(name, kind).map((time, round) => time / (of('bare fetch', kind)[round] ?? NaN)));
    return all.map(({ name }) => ({
      name,
      read: median(of(name, 'read')),
      write: median(of(name, 'write')),
      readRatio: ratio(name, 'read'),
      writeRatio: ratio(name, 'write'),
    }));
  } finally {
    server.disconnect();
  }
}

async function microseconds(contender: Contender, kind: 'read' | 'write'): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < CALLS; call += 1) {
    if ((await contender[kind]()) === undefined) throw new Error(`${contender.name} got nothing`);
  }
  return ((performance.now() - start) / CALLS) * 1000;
}
