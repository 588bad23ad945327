import { asyncProperty, check } from 'fast-check';

import { contract } from '../../../contract/index.ts';
import { isNormative } from '../../judge/basis.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { anyRequest } from './arbitrary-request.ts';
import type { GeneratedRequest } from './generated-request.ts';
import { isPresent } from '../hostile/hostile-case.ts';
import { watchRecords } from '../hostile/own-records.ts';
import type { SentHostile } from '../hostile/stray-records.ts';
import { strayRecords } from '../hostile/stray-records.ts';
import { generatedTrial } from './try-generated.ts';

/** How many requests are tried before the target is believed. */
const REQUESTS = 150;

/** How long a failing request is made smaller: in requests, and in milliseconds where each takes long. */
const SHRINKS = 100;
const SHRINK_TIME = 5000;

/**
 * Searches for a request that is answered as nothing must be, and makes it as small as it gets. The seed decides what is sent;
 * what a run can not repeat, its ids and unique values, is put in when it is sent.
 */
export async function search(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { target, drafts, seed } = context;
  const changesSince = await watchRecords(context);
  const attempt = await generatedTrial(context);
  const failed: (readonly ProbeBreach[])[] = [];
  const notes = new Map<string, ProbeBreach>();
  const creations: SentHostile[] = [];
  const errors: unknown[] = [];
  let deadline = Infinity;
  let shrinks = 0;

  const isFine = async (generated: GeneratedRequest): Promise<boolean> => {
    const tried = await attempt(generated);
    creations.push(...tried.creations);
    const findings = tried.breaches.filter(({ basis }) => isNormative(basis));
    for (const note of tried.breaches) {
      if (!isNormative(note.basis) && !notes.has(note.message)) notes.set(note.message, note);
    }
    if (findings.length === 0) return true;
    if (failed.push(findings) === 1) deadline = performance.now() + SHRINK_TIME;
    return false;
  };
  const present = contract.operationIds.filter((operationId) => isPresent(target, operationId));
  const property = asyncProperty(anyRequest(drafts.entity, present), async (generated) => {
    // What is not sent counts as fine, so that the search ends with the smallest request that was sent and failed.
    const isOver = failed.length > 0 && (shrinks++ >= SHRINKS || performance.now() > deadline);
    if (isOver || errors.length > 0) return true;
    try {
      return await isFine(generated);
    } catch (error) {
      // That the run was stopped, or the target is gone, is nothing that a smaller request could show.
      errors.push(error);
      return true;
    }
  });
  await check(property, { seed, numRuns: REQUESTS });
  if (errors.length > 0) throw errors[0];

  const traces = [...(await strayRecords(context, creations)), ...(await changesSince())];
  const found = [...(failed.at(-1) ?? []), ...notes.values(), ...traces];
  return found.map((breach) => ({ ...breach, message: `${breach.message} (--seed ${seed} sends it again)` }));
}
