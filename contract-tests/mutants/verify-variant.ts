import type { Target } from '../../src/plan/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { Report, VerifyOptions } from '../../src/verifier/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { verify } from '../verify.ts';
import type { HarmlessVariant } from './harmless/harmless-variant.ts';
import { startMutant } from './start-mutant.ts';

/** Verifies a bent server on top of its own reference server, so it never sees records that another variant left behind. */
export async function verifyVariant(
  { bending, valid }: Pick<HarmlessVariant, 'bending' | 'valid'>,
  options: Omit<VerifyOptions, 'target'>,
): Promise<Report> {
  const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  const mutant = await startMutant(server.url, { bending });
  try {
    return await verify({
      ...options,
      target: withValid(parseTarget(demoTarget(mutant.url, { faults: true }), {}), valid),
    });
  } finally {
    await mutant.close();
    await server.close();
  }
}

function withValid(target: Target, valid: HarmlessVariant['valid']): Target {
  if (valid === undefined || target.entity === undefined) return target;
  return { ...target, entity: { ...target.entity, valid } };
}
