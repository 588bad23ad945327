import { asked, asksFor, asksToWrite } from './asked.ts';
import { bendRequests } from './bend.ts';
import type { Bending, BentRequest } from './bending.ts';
import { ARCHIVE, brings, EXPIRED, OTHER_WORKSPACE, READ_ONLY, READ_WRITE, REVOKED, withKey } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { fail } from '../../src/contract/index.ts';
import { refuse } from './refuse.ts';
import { isIn, moved } from './workspaces.ts';

/** Keys that may do more than they should, or less. */
export const permissions: readonly Mutant[] = [
  {
    is: 'reads for everybody',
    caughtBy: 'status',
    bending: letIn((request) => request.headers.authorization === undefined && !asksToWrite(request)),
  },
  {
    is: 'any key taken for a good one',
    caughtBy: 'status',
    bending: letIn(({ headers }) => headers.authorization?.includes('nobodys') ?? false),
  },
  { is: 'revoked keys that are good', caughtBy: 'status', bending: letIn((request) => brings(request, REVOKED)) },
  { is: 'expired keys that are good', caughtBy: 'status', bending: letIn((request) => brings(request, EXPIRED)) },
  {
    is: 'expired keys that may still read one record',
    caughtBy: 'status',
    bending: letIn((request) => brings(request, EXPIRED) && asksFor(request, 'getRecord')),
  },
  {
    is: "another workspace's keys that are good",
    caughtBy: 'status',
    bending: letIn((request) => brings(request, OTHER_WORKSPACE)),
  },
  { is: 'read-only keys that may write', caughtBy: 'status', bending: letIn((request) => brings(request, READ_ONLY)) },
  {
    is: 'read-only keys that may delete',
    caughtBy: 'status',
    bending: letIn((request) => brings(request, READ_ONLY) && asksFor(request, 'deleteRecord')),
  },
  {
    is: 'read-only keys that may write in bulk',
    caughtBy: 'status',
    bending: letIn((request) => brings(request, READ_ONLY) && asksFor(request, 'bulkUpdateRecords')),
  },
  {
    is: 'read-only keys that may not read',
    caughtBy: 'reads-allowed',
    bending: (real) => async (request) => (brings(request, READ_ONLY) ? refuse(fail('readOnlyKey')) : real(request)),
  },
  {
    is: 'read-only keys that may list and not get',
    caughtBy: 'reads-allowed',
    bending: (real) => async (request) =>
      brings(request, READ_ONLY) && asksFor(request, 'getRecord') ? refuse(fail('readOnlyKey')) : real(request),
  },
  {
    is: 'restricted workspaces that can be written',
    caughtBy: 'status',
    bending: bendRequests((request) => (isIn(request, 'archive') ? moved(request) : request)),
  },
  {
    is: 'restricted workspaces from which can be deleted',
    caughtBy: 'status',
    bending: bendRequests((request) =>
      isIn(request, 'archive') && asksFor(request, 'deleteRecord', 'bulkDeleteRecords') ? moved(request) : request,
    ),
  },
  {
    is: 'restricted workspaces that can not be listed',
    caughtBy: 'reads-allowed',
    bending: refusedReads('listRecords'),
  },
  {
    is: 'records of restricted workspaces that can not be read',
    caughtBy: 'reads-allowed',
    bending: refusedReads('getRecord'),
  },
  {
    is: "workspaces in which another's records can be read",
    caughtBy: 'workspaces-apart',
    bending: bendRequests((request) =>
      isIn(request, 'archive') && asksFor(request, 'getRecord') ? moved(request) : request,
    ),
  },
  {
    is: "workspaces in which another's records are listed",
    caughtBy: 'workspaces-apart',
    bending: bendRequests((request) =>
      isIn(request, 'archive') && asksFor(request, 'listRecords') ? moved(request) : request,
    ),
  },
  {
    is: 'entity names in small letters',
    caughtBy: 'status',
    bending: renamed((name) => name === 'customer'),
  },
  {
    is: 'entity names in capitals',
    caughtBy: 'entity-case',
    bending: renamed((name) => name === 'CUSTOMER'),
  },
  {
    is: 'entity names in any case in batches',
    caughtBy: 'entity-case',
    bending: renamed((name, request) => name.toLowerCase() === 'customer' && request.path.endsWith('/bulk')),
  },
  {
    is: 'no key needed for HEAD',
    caughtBy: 'head',
    bending: letIn(({ method }) => method === 'HEAD'),
  },
];

/** Takes some requests as if they brought the key that may do everything. */
function letIn(isTaken: (request: BentRequest) => boolean): Bending {
  return bendRequests((request) =>
    isTaken(request) ? withKey(request, isIn(request, 'archive') ? ARCHIVE : READ_WRITE) : request,
  );
}

function refusedReads(operationId: 'listRecords' | 'getRecord'): Bending {
  return (real) => async (request) =>
    isIn(request, 'archive') && asksFor(request, operationId)
      ? refuse(fail('workspaceRestricted', { mode: 'read-only' }))
      : real(request);
}

/** Takes some names for `Customer`. */
function renamed(isTaken: (name: string, request: BentRequest) => boolean): Bending {
  return bendRequests((request) => {
    const { entityName } = asked(request) ?? {};
    return entityName !== undefined && isTaken(entityName, request)
      ? { ...request, path: request.path.replace(`/${entityName}`, '/Customer') }
      : request;
  });
}
