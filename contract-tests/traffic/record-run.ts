import type { Target } from '../../src/plan/index.ts';
import { startProxy } from '../../src/proxy/index.ts';
import type { RecordedExchange } from '../../src/traffic/index.ts';
import type { Level } from '../../src/verifier/index.ts';
import { verify } from '../verify.ts';

/** Records what is sent to a server by way of a proxy. */
export async function recordTraffic(
  to: string,
  send: (url: string) => Promise<unknown>,
): Promise<readonly RecordedExchange[]> {
  const exchanges: RecordedExchange[] = [];
  const proxy = await startProxy({
    to,
    onExchange: (exchange) => void exchanges.push(exchange),
    onProblem: () => undefined,
  });
  try {
    await send(proxy.url);
    return exchanges;
  } finally {
    await proxy.close();
  }
}

/** Records everything that the verifier sends to a target. */
export function recordRun(target: Target, level: Level): Promise<readonly RecordedExchange[]> {
  return recordTraffic(target.baseUrl, (baseUrl) =>
    verify({ target: { ...target, baseUrl }, senders: ['http'], level }),
  );
}
