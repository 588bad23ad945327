import { asked, asksFor, asksToWrite } from './asked.ts';
import { bendRequests } from './bend.ts';
import type { Bending, BentRequest } from './bending.ts';
import { ARCHIVE, brings, EXPIRED, OTHER_WORKSPACE, READ_ONLY, READ_WRITE, REVOKED, withKey } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { fail } from '../../src/contract/index.ts';
import { refuse } from './refuse.ts';
import { isIn, moved } from './workspaces.ts';

/** API keys with more or fewer permissions than they should have. */
export const permissions: readonly Mutant[] = [
  {
    is: 'reads that need no key',
    caughtBy: 'status',
    bending: letIn((request) => request.headers.authorization === undefined && !asksToWrite(request)),
  },
  {
    is: 'unknown keys that are accepted',
    caughtBy: 'status',
    bending: letIn(({ headers }) => headers.authorization?.includes('nobodys') ?? false),
  },
  { is: 'revoked keys that are accepted', caughtBy: 'status', bending: letIn((request) => brings(request, REVOKED)) },
  { is: 'expired keys that are accepted', caughtBy: 'status', bending: letIn((request) => brings(request, EXPIRED)) },
  {
    is: 'expired keys that may still read one record',
    caughtBy: 'status',
    bending: letIn((request) => brings(request, EXPIRED) && asksFor(request, 'getRecord')),
  },
  {
    is: "another workspace's keys that are accepted",
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
    is: 'read-only keys that may list but not get',
    caughtBy: 'reads-allowed',
    bending: (real) => async (request) =>
      brings(request, READ_ONLY) && asksFor(request, 'getRecord') ? refuse(fail('readOnlyKey')) : real(request),
  },
  {
    is: 'restricted workspaces that accept writes',
    caughtBy: 'status',
    bending: bendRequests((request) => (isIn(request, 'archive') ? moved(request) : request)),
  },
  {
    is: 'restricted workspaces that accept deletes',
    caughtBy: 'status',
    bending: bendRequests((request) =>
      isIn(request, 'archive') && asksFor(request, 'deleteRecord', 'bulkDeleteRecords') ? moved(request) : request,
    ),
  },
  {
    is: 'restricted workspaces whose records cannot be listed',
    caughtBy: 'reads-allowed',
    bending: refusedReads('listRecords'),
  },
  {
    is: 'restricted workspaces whose records cannot be read',
    caughtBy: 'reads-allowed',
    bending: refusedReads('getRecord'),
  },
  {
    is: "workspaces that return another workspace's records",
    caughtBy: 'workspaces-apart',
    bending: bendRequests((request) =>
      isIn(request, 'archive') && asksFor(request, 'getRecord') ? moved(request) : request,
    ),
  },
  {
    is: "workspaces that list another workspace's records",
    caughtBy: 'workspaces-apart',
    bending: bendRequests((request) =>
      isIn(request, 'archive') && asksFor(request, 'listRecords') ? moved(request) : request,
    ),
  },
  {
    is: 'entity names accepted in lower case',
    caughtBy: 'status',
    bending: renamed((name) => name === 'customer'),
  },
  {
    is: 'entity names accepted in upper case',
    caughtBy: 'entity-case',
    bending: renamed((name) => name === 'CUSTOMER'),
  },
  {
    is: 'entity names accepted in any case in batches',
    caughtBy: 'entity-case',
    bending: renamed((name, request) => name.toLowerCase() === 'customer' && request.path.endsWith('/bulk')),
  },
  {
    is: 'no key needed for HEAD',
    caughtBy: 'head',
    bending: letIn(({ method }) => method === 'HEAD'),
  },
];

/** Treats the selected requests as if they had a read-write key. */
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

/** Treats the selected entity names as `Customer`. */
function renamed(isTaken: (name: string, request: BentRequest) => boolean): Bending {
  return bendRequests((request) => {
    const { entityName } = asked(request) ?? {};
    return entityName !== undefined && isTaken(entityName, request)
      ? { ...request, path: request.path.replace(`/${entityName}`, '/Customer') }
      : request;
  });
}
