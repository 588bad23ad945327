import { contract, fail } from '../../src/contract/index.ts';
import { asked, asksToWrite } from './asked.ts';
import { jsonOf } from './bend.ts';
import type { Bending, BentRequest, BentResponse, Server } from './bending.ts';
import { ARCHIVE, READ_WRITE, withKey } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';
import { isIn } from './workspaces.ts';

/** Failures reported in the wrong order, which reveals information to callers who must not have it. */
export const precedence: readonly Mutant[] = [
  { is: 'the body validated before the key', caughtBy: 'precedence', bending: before(401, malformedBody) },
  { is: 'parameters validated before the key', caughtBy: 'precedence', bending: before(401, badParameter) },
  { is: 'the entity looked up before the key', caughtBy: 'precedence', bending: before(401, unknownEntity) },
  { is: 'the record looked up before the key', caughtBy: 'precedence', bending: before(401, missingRecord) },
  { is: 'the access mode checked before the key', caughtBy: 'precedence', bending: before(401, restrictedMode) },
  { is: 'the body validated before the access mode', caughtBy: 'precedence', bending: before(409, malformedBody) },
  { is: 'the entity looked up before the access mode', caughtBy: 'precedence', bending: before(409, unknownEntity) },
  { is: 'the record looked up before the access mode', caughtBy: 'precedence', bending: before(409, missingRecord) },
  {
    is: 'a header that reveals to an unauthenticated caller which records exist',
    caughtBy: 'strangers-alike',
    bending: hinting((response) => ({ ...response, headers: { ...response.headers, etag: '"7"' } })),
  },
  {
    is: 'a member that reveals to an unauthenticated caller which records exist',
    caughtBy: 'strangers-alike',
    bending: hinting((response) => ({ ...response, body: JSON.stringify({ ...jsonOf(response.body), locked: true }) })),
  },
  {
    is: 'a challenge that reveals to an unauthenticated caller which records exist',
    caughtBy: 'strangers-alike',
    bending: hinting((response) => ({
      ...response,
      headers: { ...response.headers, 'www-authenticate': 'Bearer realm="one customer"' },
    })),
  },
];

/**
 * Returns another failure of a request, as the real server reports it to an authorized caller; `undefined` if there is
 * none.
 */
type Look = (request: BentRequest, real: Server) => Promise<BentResponse | undefined>;

/** Returns the other failure of a request, if there is one, instead of the rejection with the given status. */
function before(status: number, look: Look): Bending {
  return (real) => async (request) => {
    const response = await real(request);
    if (response.status !== status) return response;
    return (await look(request, real)) ?? response;
  };
}

/** Changes the 401 response about a record that exists. */
function hinting(bend: (response: BentResponse) => BentResponse): Bending {
  return (real) => async (request) => {
    const response = await real(request);
    if (response.status !== 401 || asked(request)?.id === undefined) return response;
    return (await missingRecord(request, real)) === undefined ? bend(response) : response;
  };
}

async function malformedBody(request: BentRequest): Promise<BentResponse | undefined> {
  const { operationId } = asked(request) ?? {};
  if (operationId === undefined || !contract.operations[operationId].takesBody) return undefined;
  return jsonOf(`{"body":${request.body}}`) === undefined
    ? refuse(fail('badRequest', { message: 'The body must be JSON' }))
    : undefined;
}

async function badParameter({ path }: BentRequest): Promise<BentResponse | undefined> {
  return path.includes('page=-1') ? refuse(fail('badRequest', { message: 'Parameter page is bad' })) : undefined;
}

async function unknownEntity(request: BentRequest, real: Server): Promise<BentResponse | undefined> {
  const path = request.path.replace(/(?<=\/Custom?er)\/.*$/, '');
  return ifMissing(await real(asOwner({ ...request, method: 'GET', path, body: '' })));
}

async function missingRecord(request: BentRequest, real: Server): Promise<BentResponse | undefined> {
  if (asked(request)?.id === undefined) return undefined;
  return ifMissing(await real(asOwner({ ...request, method: 'GET', body: '' })));
}

async function restrictedMode(request: BentRequest): Promise<BentResponse | undefined> {
  return isIn(request, 'archive') && asksToWrite(request)
    ? refuse(fail('workspaceRestricted', { mode: 'read-only' }))
    : undefined;
}

function asOwner(request: BentRequest): BentRequest {
  return withKey(request, isIn(request, 'archive') ? ARCHIVE : READ_WRITE);
}

function ifMissing(response: BentResponse): BentResponse | undefined {
  return response.status === 404 ? response : undefined;
}
