import type { ScenarioName } from '../../contract/index.ts';
import { contract, scenarioOf } from '../../contract/index.ts';
import type { Collection, Target } from '../../plan/index.ts';
import { collectionAt, deleteRequest, getRequest, listRequest, missingIdOf } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { described, errorIn } from './describe.ts';
import type { Send } from './send.ts';

/** What is needed to try the keys. */
interface Keyed {
  readonly target: Target;
  readonly send: Send;
  readonly collection: Collection;
  /** Whether lists get a response at all. */
  readonly canList: boolean;
}

/** Sends one request with each key except the read-write key. Returns what seems to be wrong with them in the target file. */
export async function keyHints(keyed: Keyed): Promise<readonly string[]> {
  const hints = await readOnlyKey(keyed);
  return keyed.canList ? [...(await refusedKeys(keyed)), ...hints, ...(await restrictedKey(keyed))] : hints;
}

const OR_BREACH = 'If the target file is right, this is a breach of the contract, and the findings show it';

/** The keys that must be refused, and with which scenario. */
const refused = {
  expired: 'expiredApiKey',
  revoked: 'invalidApiKey',
  otherWorkspace: 'wrongWorkspace',
} as const satisfies { readonly [Name in keyof Target['keys']]: ScenarioName };

async function refusedKeys({ target, send, collection }: Keyed): Promise<readonly string[]> {
  const hints: string[] = [];
  for (const name of ['expired', 'revoked', 'otherWorkspace'] as const) {
    const key = target.keys[name];
    if (key === undefined || Object.hasOwn(target.unreachable, refused[name])) continue;
    const exchange = await send(listRequest({ ...collection, key }, { size: '1' }));
    const scenario = scenarioIn(exchange);
    if (scenario === refused[name]) continue;
    const { status } = contract.scenarios[refused[name]];
    const { example } = contract.scenarios[refused[name]];
    if (!('response' in exchange) || exchange.response.status < 300)
      hints.push(`"keys.${name}": ${described(exchange)}, not ${status} "${example}". ${OR_BREACH}`);
    else if (scenario !== undefined)
      hints.push(
        `"keys.${name}": ${described(exchange)}, the response to a different kind of key, not ${status} "${example}". ${OR_BREACH}`,
      );
  }
  return hints;
}

function scenarioIn(exchange: Exchange): ScenarioName | undefined {
  const error = 'response' in exchange ? errorIn(exchange.response) : undefined;
  return scenarioOf('listRecords', error?.code, error?.message);
}

/** A deletion of a missing record shows whether a key can write, and changes nothing. */
async function readOnlyKey({ target, send, collection }: Keyed): Promise<readonly string[]> {
  const id = missingIdOf(target);
  if (target.stateless || Object.hasOwn(target.absentOperations, 'getRecord')) return [];
  const missing = await send(getRequest(collection, id));
  const status = statusOf(missing);
  if (status < 300 && status > 0)
    return [`${described(missing)}, but this id must not exist. Set "fixtures.missingId" in the target file`];
  if (status === 400 || status === 422)
    return [
      `${described(missing)}. If the ids of the server have a special format, set "fixtures.missingId" in the target file to an id in this format that no record has; "malformedId" declares the status for malformed ids`,
    ];
  const key = target.keys.readOnly;
  const isTestable = status === contract.scenarios.recordNotFound.status && key !== undefined;
  if (!isTestable || Object.hasOwn(target.unreachable, 'readOnlyKey')) return [];
  if (Object.hasOwn(target.absentOperations, 'deleteRecord')) return [];
  const exchange = await send(deleteRequest({ ...collection, key }, id));
  const expected = contract.scenarios.readOnlyKey;
  if (statusOf(exchange) === expected.status) return [];
  return [`"keys.readOnly": ${described(exchange)}, not ${expected.status} "${expected.example}". ${OR_BREACH}`];
}

/** Reads a missing record in the restricted workspace, whose key must be valid there. */
async function restrictedKey({ target, send, collection }: Keyed): Promise<readonly string[]> {
  const { restricted } = target;
  if (restricted === undefined || Object.hasOwn(target.unreachable, 'workspaceRestricted')) return [];
  const path = collection.path.split('/').with(2, encodeURIComponent(restricted.workspace)).join('/');
  const exchange = await send(listRequest(collectionAt(target, path), { size: '1' }));
  const status = statusOf(exchange);
  if (status !== 401 && status !== 403) return [];
  return [
    `"restricted": ${described(exchange)}; its key must be able to read in the workspace "${restricted.workspace}". ${OR_BREACH}`,
  ];
}

function statusOf(exchange: Exchange): number {
  return 'response' in exchange ? exchange.response.status : 0;
}
