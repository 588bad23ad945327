import type { Collection, Target } from '../../plan/index.ts';
import { collectionOf, getRequest, keyVariables, listRequest, missingIdOf } from '../../plan/index.ts';
import { withLedger } from '../records/with-ledger.ts';
import { TOO_LONG } from '../../content-coding/index.ts';
import type { Connection } from '../senders/sender.ts';
import type { Leftover } from '../senders/target-unavailable.ts';
import { Interrupted, TargetUnavailable } from '../senders/target-unavailable.ts';
import { keyHints } from './key-hints.ts';
import { listProblem } from './list-problem.ts';
import { referenceHints } from './reference-hints.ts';
import type { Send } from './send.ts';
import { trialRecord } from './trial-record.ts';

/** What to prepare a run with. */
export interface PreflightOptions {
  readonly target: Target;
  readonly connection: Connection;
  /** Masks the secrets in the message of an error. */
  readonly mask: (text: string) => string;
  readonly signal?: AbortSignal | undefined;
}

/** What the first requests of a run showed. */
export interface PreflightResult {
  /** What looks wrong and may be a mistake in the target file, each in one line. It may also be a breach by the target. */
  readonly hints: readonly string[];
  readonly leftovers: readonly Leftover[];
  /** Why the target cannot be verified; missing if it can. */
  readonly stopped?: unknown;
}

/**
 * Finds out with at most thirteen requests, and one for each record that others must reference, whether the target can be verified: whether the URL points to the API, what each key
 * does, whether a record can be created, read back and deleted, and whether the missing parent is missing.
 * If the URL does not point to the API, or the read-write key cannot list or create records, `stopped` says how to fix it.
 */
export async function preflight(options: PreflightOptions): Promise<PreflightResult> {
  const { target, mask, signal } = options;
  const { result, ...kept } = await withLedger({ ...options, onProgress: () => undefined }, async ({ client, run }) => {
    const send: Send = (request) => {
      if (signal?.aborted) throw new Interrupted();
      return client.send(request);
    };
    const stopIf = (problem: string | undefined): void => {
      if (problem !== undefined) throw new TargetUnavailable(mask(withVariable(target, problem)));
    };
    const collection = collectionOf(target, target.entity?.name ?? 'Entity');
    const isComplete = !('reason' in collection) && target.entity !== undefined;
    const first = await send(listRequest(isComplete ? collection : stranger(target), isComplete ? { size: '1' } : {}));
    // If another path responds, only the list is broken.
    const control =
      'failure' in first
        ? await send(getRequest(isComplete ? collection : stranger(target), missingIdOf(target)))
        : first;
    stopIf(
      'failure' in control && control.failure !== TOO_LONG
        ? `${target.baseUrl} did not respond: ${control.failure}`
        : undefined,
    );
    const list = listProblem(target, first, { isComplete });
    stopIf(list.stop);
    if (signal?.aborted) throw new Interrupted();
    if (!isComplete) return { hints: list.hints };
    const trial = await trialRecord({ target, send, run, collection });
    stopIf(trial.stop);
    const keys = await keyHints({ target, send, collection, canList: 'response' in first });
    const reference = await referenceHints({ target, send });
    return { hints: [...list.hints, ...trial.hints, ...keys, ...reference] };
  });
  return { hints: result?.hints ?? [], ...kept };
}

/** Names the variable of the key that a problem is about, if there may be no target file. */
function withVariable({ definition }: Target, problem: string): string {
  return definition === undefined
    ? problem
    : problem.replaceAll('"keys.readWrite"', `"keys.readWrite" or ${keyVariables.readWrite}`);
}

/** Without names in the target file, any path of the API must refuse a caller without a key. */
function stranger({ organization, workspace, entity }: Target): Collection {
  const names = [organization ?? 'organization', workspace ?? 'workspace', entity?.name ?? 'Entity'];
  return { path: `/${names.map(encodeURIComponent).join('/')}`, key: undefined };
}
