import type { PlannedCase } from '../src/plan/index.ts';
import { fixturesOfStateless, parseTarget, plan } from '../src/plan/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import type { BentRequest, Running } from './mutants/index.ts';
import { startMutant } from './mutants/index.ts';

/** Returns every case of the demo as the verifier plans it when the records are known in advance. */
export function plannedCases(): readonly PlannedCase[] {
  const content = { ...demoTarget('http://127.0.0.1:1', { faults: true }), fixtures };
  const target = parseTarget(content, {});
  const { cases, unprovoked } = plan(target, fixturesOfStateless(target, '0'));
  if (unprovoked.length > 0) throw new Error(`${unprovoked.length} cases of the demo cannot be provoked`);
  return cases;
}

const fixtures = { existingId: 7, referencedId: 7, takenValue: 'jane-0@example.com' };

/** A proxy that records the requests to a server. */
export interface Recorder extends Running {
  readonly requests: readonly BentRequest[];
}

/** Starts a recorder in front of a server. */
export async function startRecorder(upstream: string): Promise<Recorder> {
  const requests: BentRequest[] = [];
  const running = await startMutant(upstream, {
    bending: (real) => (request) => {
      requests.push(request);
      return real(request);
    },
  });
  return { ...running, requests };
}

/** Reduces a request to what makes it fail, without the numbers that make its values unique. */
export function essence(
  { method, path, headers, body = '' }: Pick<BentRequest, 'method' | 'path' | 'headers'> & { readonly body?: string },
  base = '',
): string {
  const { authorization = 'no key', 'x-fault': fault = '' } = headers;
  const own = path.slice(base.length);
  return [method, decoded(own), authorization, fault, body].join(' ').replaceAll(/\d+/g, '#').replaceAll('-#', '#');
}

/** Decodes a path, because clients differ in which characters they escape unnecessarily. */
function decoded(path: string): string {
  return path.includes('%zz') ? path : decodeURIComponent(path.replaceAll('+', ' '));
}
