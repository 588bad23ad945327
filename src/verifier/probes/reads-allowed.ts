import type { RequestDraft } from '../../plan/index.ts';
import { NotProvokable, writeRequest } from '../../plan/index.ts';
import { inWords, statusOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe } from './probe.ts';

const CONTRACT = 'A read-only key may read everything, and every access mode allows reads.';

/** A read that must succeed, and how to describe it in a message. */
interface Read {
  readonly act: string;
  readonly draft: RequestDraft;
}

/** A read-only key can read, and a restricted workspace can be read. */
export const readsAllowed: Probe = {
  level: 'strict',
  basis: 'api',
  run: async ({ target, drafts, send }) => {
    const { keys, restricted } = target;
    const list = drafts.validRequest('listRecords');
    const get = { ...drafts.validRequest('getRecord'), id: drafts.record('read').id };
    const reads: Record<string, Read> = {
      ...(keys.readOnly === undefined
        ? {}
        : {
            'a read-only key lists': {
              act: 'listing records with a read-only key',
              draft: { ...list, key: keys.readOnly },
            },
            'a read-only key gets': {
              act: 'reading a record with a read-only key',
              draft: { ...get, key: keys.readOnly },
            },
          }),
      ...(restricted === undefined
        ? {}
        : {
            'a restricted workspace is listed': {
              act: 'listing records in a restricted workspace',
              draft: { ...list, workspace: restricted.workspace, key: restricted.key },
            },
            'a restricted workspace is asked for a record': {
              act: 'reading a record in a restricted workspace',
              draft: { ...get, id: drafts.missingId, workspace: restricted.workspace, key: restricted.key },
            },
          }),
    };
    if (Object.keys(reads).length === 0)
      throw new NotProvokable('the target file has neither keys.readOnly nor restricted');
    const breaches = await Promise.all(
      Object.entries(reads).map(async ([variant, { act, draft }]) => {
        const exchange = await send(writeRequest(draft));
        // The restricted workspace may not have the entity, and does not have the record.
        const isFine =
          statusOf(exchange) === 200 || (draft.workspace === restricted?.workspace && statusOf(exchange) === 404);
        const rule = { operationId: draft.operationId, scenario: 'success', basis: 'api', contract: CONTRACT } as const;
        if (isFine) return [];
        const message = `${act} ${inWords(exchange)}, not 200`;
        return [breachesOf(rule)(variant, message, exchange, { expected: { status: 200 } })];
      }),
    );
    return breaches.flat();
  },
};
