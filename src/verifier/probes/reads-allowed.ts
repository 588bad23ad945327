import type { RequestDraft } from '../../plan/index.ts';
import { NotProvokable, writeRequest } from '../../plan/index.ts';
import { inWords, statusOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe } from './probe.ts';

const CONTRACT = 'A read-only key may read everything, and every access mode allows reads.';

/** A read-only key can read, and a restricted workspace can be read. */
export const readsAllowed: Probe = {
  level: 'strict',
  basis: 'api',
  run: async ({ target, drafts, send }) => {
    const { keys, restricted } = target;
    const list = drafts.validRequest('listRecords');
    const get = { ...drafts.validRequest('getRecord'), id: drafts.record('read').id };
    const reads: Record<string, RequestDraft> = {
      ...(keys.readOnly === undefined
        ? {}
        : {
            'listing records with a read-only key': { ...list, key: keys.readOnly },
            'reading a record with a read-only key': { ...get, key: keys.readOnly },
          }),
      ...(restricted === undefined
        ? {}
        : {
            'listing records in a restricted workspace': {
              ...list,
              workspace: restricted.workspace,
              key: restricted.key,
            },
            'reading a record in a restricted workspace': {
              ...get,
              id: drafts.missingId,
              workspace: restricted.workspace,
              key: restricted.key,
            },
          }),
    };
    if (Object.keys(reads).length === 0)
      throw new NotProvokable('the target file has neither "keys.readOnly" nor "restricted"');
    const breaches = await Promise.all(
      Object.entries(reads).map(async ([variant, draft]) => {
        const exchange = await send(writeRequest(draft));
        // The restricted workspace may not have the entity, and does not have the record.
        const isFine =
          statusOf(exchange) === 200 || (draft.workspace === restricted?.workspace && statusOf(exchange) === 404);
        const rule = { operationId: draft.operationId, scenario: 'success', basis: 'api', contract: CONTRACT } as const;
        if (isFine) return [];
        const message = `${variant} ${inWords(exchange)}, not 200`;
        return [breachesOf(rule)(variant, message, exchange, { expected: { status: 200 } })];
      }),
    );
    return breaches.flat();
  },
};
