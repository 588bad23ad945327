import autocannon from 'autocannon';

import { CONNECTIONS, firstAnswer } from '../load.ts';
import { startProcess } from '../running-process.ts';
import { columns } from '../statistics.ts';
import type { ServerPeer } from '../server-peer.ts';
import type { MockRequestKind } from './requests.ts';
import { mockRequestKinds } from './requests.ts';

const STEP = 10_000;

/** Sends requests of every kind in turn, and returns the mock's memory after every ten thousand. */
export async function measureMemory(peer: ServerPeer<MockRequestKind>, requests: number): Promise<string> {
  const running = await startProcess(peer);
  const url = `http://127.0.0.1:${running.port}`;
  const rows: string[][] = [];
  try {
    const withBody = peer.requests['POST 422'];
    // The first body makes the mock load its validator. Do that before measuring.
    if (withBody !== undefined) await firstAnswer(running, peer.name, withBody);
    for (let sent = 0; sent < requests; sent += STEP) {
      const { errors } = await autocannon({
        url,
        connections: CONNECTIONS,
        amount: STEP,
        requests: mockRequestKinds.flatMap((kind) => peer.requests[kind] ?? []),
      });
      if (errors > 0) throw new Error(`${peer.name} did not respond to ${errors} requests`);
      rows.push([String(sent + STEP), `${running.memory().toFixed(0)} MiB`]);
    }
  } finally {
    await running.stop();
  }
  return columns([[`requests to ${peer.name}`, 'memory'], ...rows]);
}
