import { demoDefinition } from '../src/workspace/index.ts';
import type { Running } from './mutants/index.ts';
import { mutants, startMutant } from './mutants/index.ts';

/** Mutants with wrong messages and details, by their `is`, each with a workflow and a step that detects it. */
export const faults = {
  'a full stop at the end of a message': ['listRecords-expiredApiKey', 'pastExpiry'],
  'a duplicate reported without its value': ['updateRecord-uniqueConstraintViolation', 'onUpdate'],
  'a message that counts more errors than details contains': ['createRecord-validationError', 'requiredMissing'],
  'the wrong field in details': ['createRecord-validationError', 'severalAtOnce'],
  'the access mode in its database spelling': ['bulkDeleteRecords-workspaceRestricted', 'restricted'],
} as const;

/** Starts a server with all of these faults, as a chain of proxies. */
export async function startBroken(upstream: string): Promise<Running> {
  const started: Running[] = [];
  let url = upstream;
  for (const is of Object.keys(faults)) {
    const mutant = mutants.find((each) => each.is === is);
    if (mutant === undefined) throw new Error(`There is no mutant with: ${is}`);
    const running = await startMutant(url, mutant);
    started.unshift(running);
    url = running.url;
  }
  return {
    url,
    close: async () => {
      for (const running of started) await running.close();
    },
  };
}

/** How many customers and orders the demo starts with. */
export const demoRecords: readonly unknown[] = ['Customer', 'Order'].map(
  (entity) => demoDefinition.workspaces.find(({ slug }) => slug === 'sales')?.records?.[entity]?.length,
);

/** Returns how many customers and orders a server has now. */
export function recordsOf(url: string): Promise<readonly unknown[]> {
  const counts = ['Customer', 'Order'].map(async (entity) => {
    const headers = { authorization: 'Bearer sk_live_demo_read_write' };
    const response = await fetch(`${url}/acme-corp/sales/${entity}`, { headers });
    const { meta }: { meta: { totalElements: number } } = JSON.parse(await response.text());
    return meta.totalElements;
  });
  return Promise.all(counts);
}
