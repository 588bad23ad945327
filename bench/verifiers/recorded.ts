import { startProxy } from '../../src/proxy/index.ts';
import type { Target } from '../../src/plan/index.ts';
import type { RecordedExchange } from '../../src/traffic/index.ts';
import { verify } from '../../src/verifier/index.ts';

/** Records what the verifier sends to a target: the traffic that every judge of recordings gets. */
export async function recorded(target: Target): Promise<readonly RecordedExchange[]> {
  const exchanges: RecordedExchange[] = [];
  const proxy = await startProxy({
    to: target.baseUrl,
    onExchange: (exchange) => void exchanges.push(exchange),
    onProblem: () => undefined,
  });
  try {
    await verify({ target: { ...target, baseUrl: proxy.url }, senders: ['http'], level: 'strict' });
    return exchanges;
  } finally {
    await proxy.close();
  }
}
