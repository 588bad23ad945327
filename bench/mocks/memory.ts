import autocannon from 'autocannon';

import { startProcess } from '../running-process.ts';
import { columns } from '../statistics.ts';
import type { MockPeer } from './mock-peer.ts';
import { requestKinds } from './mock-peer.ts';

const STEP = 10_000;

/** Sends so many requests of every kind in turn, and tells how much memory the mock has after each ten thousand. */
export async function measureMemory(peer: MockPeer, requests: number): Promise<string> {
  const running = await startProcess(peer.start);
  const url = `http://127.0.0.1:${running.port}`;
  const rows: string[][] = [];
  try {
    while ((await fetch(url).catch(() => undefined)) === undefined);
    for (let sent = 0; sent < requests; sent += STEP) {
      const { errors } = await autocannon({
        url,
        connections: 10,
        amount: STEP,
        requests: requestKinds.map((kind) => ({ method: kind.split(' ')[0] ?? '', ...peer.requests[kind] })),
      });
      if (errors > 0) throw new Error(`${peer.name} did not answer ${errors} requests`);
      rows.push([String(sent + STEP), `${running.memory().toFixed(0)} MiB`]);
    }
  } finally {
    await running.stop();
  }
  return columns([[`requests to ${peer.name}`, 'memory'], ...rows]);
}
