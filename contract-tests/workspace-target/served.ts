import type { Target } from '../../src/plan/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { Report, VerifyOptions } from '../../src/verifier/index.ts';
import type { Definition } from '../../src/workspace/index.ts';
import { definitionTarget, targetWorkspace } from '../../src/workspace/index.ts';
import { withDefinition } from '../../src/workspace-plan/index.ts';
import type { Bending } from '../mutants/bending.ts';
import { startProxy } from '../mutants/proxy.ts';
import { verify } from '../verify.ts';

/** Selects only what the rules of a definition are tested with. */
export const onlyRules = {
  only: [
    'createRecord.success',
    'bulkCreateRecords.success',
    'validationError',
    'uniqueConstraintViolation',
    'foreignKeyViolation',
    'recordReferenced',
  ],
  skip: [],
};

/** What a server serves, and how it is verified. */
export interface Served extends Partial<Omit<VerifyOptions, 'target'>> {
  /** The definition that the server follows; the one it is verified with by default. */
  readonly served?: Definition;
  readonly bending?: Bending;
  /** Called with the URL of the server at the end of the run. */
  readonly inspect?: (url: string) => Promise<void>;
}

/** Verifies a server with a definition, at the level `documented` by default. */
export async function verifyWith(
  definition: Definition,
  { served = definition, bending, inspect, ...options }: Served = {},
): Promise<Report> {
  const server = await startServer({ definition: served, port: 0, faults: true, log: () => undefined });
  const proxy = bending === undefined ? undefined : await startProxy(server.url, bending);
  try {
    const target = targetFor(definition, proxy?.url ?? server.url);
    const report = await verify({ target, senders: ['http'], level: 'documented', failOn: 'note', ...options });
    await inspect?.(server.url);
    return report;
  } finally {
    await proxy?.close();
    await server.close();
  }
}

/** Returns the target of the first workspace of a definition. */
export function targetFor(definition: Definition, url: string): Target {
  const workspace = targetWorkspace(definition);
  if (workspace === undefined) throw new Error('the definition has no workspace to verify');
  return withDefinition(parseTarget(definitionTarget(url, definition, { workspace, faults: true }), {}), workspace);
}
