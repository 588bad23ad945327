import { collectionIn, needed, NotProvokable, writeRequest } from '../../plan/index.ts';
import { sameText } from '../../judge/index.ts';
import { findRecords } from '../records/find-records.ts';
import { recordOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe } from './probe.ts';

const rule = {
  scenario: 'success',
  basis: 'api',
  contract: 'A workspace contains its own entities and records, and never shows those of another.',
} as const;
const got = breachesOf({ ...rule, operationId: 'getRecord' });
const listed = breachesOf({ ...rule, operationId: 'listRecords' });

/** A record of one workspace does not exist in another. */
export const workspacesApart: Probe = {
  level: 'strict',
  // A target may have only one workspace, which must not fail the run.
  basis: 'ours',
  run: async ({ target, drafts, send }) => {
    const { workspace, key } = needed(target.restricted, 'restricted');
    if (workspace === target.workspace) throw new NotProvokable('the target file names only one workspace');
    const { id, values } = drafts.record('read');
    const { unique } = drafts.entity;
    const value = String(values[unique]);
    const elsewhere = { workspace, key };
    const get = await send(writeRequest({ ...drafts.validRequest('getRecord'), ...elsewhere, id }));
    const list = writeRequest({ ...drafts.validRequest('listRecords'), ...elsewhere });
    const found = await findRecords(send, {
      collection: collectionIn(target, list),
      column: unique,
      values: [value],
    });
    // The other workspace may have a different record with the same id.
    const isSame = sameText(String(recordOf(get)?.[unique]), value);
    return [
      ...(isSame
        ? [
            got(
              'elsewhere',
              `a record of the workspace ${target.workspace} can be read in the workspace ${workspace}`,
              get,
            ),
          ]
        : []),
      ...(found.length > 0
        ? [
            listed(
              'elsewhere',
              `a record of the workspace ${target.workspace} is listed in the workspace ${workspace}`,
              await send(list),
            ),
          ]
        : []),
    ];
  },
};
