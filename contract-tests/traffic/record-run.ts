import { startProxy } from '../../src/proxy/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { RecordedExchange } from '../../src/traffic/index.ts';
import { demoDefinition, demoTarget } from '../../src/workspace/index.ts';
import type { Level } from '../../src/verifier/index.ts';
import { verify } from '../verify.ts';
import type { Mutant } from '../mutants/index.ts';
import { startMutant } from '../mutants/index.ts';

/** Records everything that the verifier sends to the reference server, or to a server that differs from it in one way. */
export async function recordRun(level: Level, mutant?: Pick<Mutant, 'bending'>): Promise<readonly RecordedExchange[]> {
  const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  const front = mutant === undefined ? undefined : await startMutant(server.url, mutant);
  const exchanges: RecordedExchange[] = [];
  const proxy = await startProxy({
    to: front?.url ?? server.url,
    onExchange: (exchange) => void exchanges.push(exchange),
    onProblem: () => undefined,
  });
  try {
    await verify({ target: parseTarget(demoTarget(proxy.url, { faults: true }), {}), senders: ['http'], level });
    return exchanges;
  } finally {
    await proxy.close();
    await front?.close();
    await server.close();
  }
}
