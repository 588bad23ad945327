import { creations, twins } from './bulk/creations.ts';
import { deletions, largestBatch } from './bulk/deletions.ts';
import { references } from './bulk/references.ts';
import { updates } from './bulk/updates.ts';
import type { Probe, ProbeBreach } from './probe.ts';

/** A batch in which some items fail stores exactly what its response reports. */
export const bulkReadBack: Probe = {
  level: 'strict',
  basis: 'api',
  readsBack: true,
  reads: ['getRecord', 'listRecords'],
  run: async (context) => {
    const breaches: ProbeBreach[] = [];
    for (const part of [creations, twins, updates, references, deletions, largestBatch]) {
      breaches.push(...(await part(context)));
    }
    return breaches;
  },
};
