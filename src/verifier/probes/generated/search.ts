import { asyncProperty, check } from 'fast-check';

import { contract } from '../../../contract/index.ts';
import { isNormative } from '../../../judge/index.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { anyRequest } from './arbitrary-request.ts';
import type { GeneratedRequest } from './generated-request.ts';
import { isPresent } from '../hostile/hostile-case.ts';
import { watchRecords } from '../hostile/own-records.ts';
import type { SentHostile } from '../hostile/stray-records.ts';
import { strayRecords } from '../hostile/stray-records.ts';
import { generatedTrial } from './try-generated.ts';

/** The number of requests to try. */
const REQUESTS = 150;

/** Limits for shrinking a failing request: a number of requests, and milliseconds in case each request is slow. */
const SHRINKS = 100;
const SHRINK_TIME = 5000;

/**
 * Searches for a request whose response violates the contract, and shrinks it as far as possible. The seed determines the
 * requests. Ids and unique values, which differ in every run, are filled in when a request is sent.
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
    // A request that is not sent counts as fine, so the search ends with the smallest request that was sent and failed.
    const isOver = failed.length > 0 && (shrinks++ >= SHRINKS || performance.now() > deadline);
    if (isOver || errors.length > 0) return true;
    try {
      return await isFine(generated);
    } catch (error) {
      // The run was interrupted, or the target is unavailable. Shrinking the request would not help.
      errors.push(error);
      return true;
    }
  });
  await check(property, { seed, numRuns: REQUESTS });
  if (errors.length > 0) throw errors[0];

  const traces = [...(await strayRecords(context, creations)), ...(await changesSince())];
  const found = [...(failed.at(-1) ?? []), ...notes.values(), ...traces];
  return found.map((breach) => ({ ...breach, message: `${breach.message} (repeat with --seed ${seed})` }));
}
