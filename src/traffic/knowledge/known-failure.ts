import type { ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { allowsWrites } from '../../workspace/index.ts';
import type { Call } from '../recognize/find-call.ts';
import type { HeaderValues } from '../recorded-exchange.ts';
import type { Knowledge, KnownKey, Place } from './knowledge.ts';
import { isPlace, knownWorkspace } from './knowledge.ts';

/** What is known in advance about the response to a request. */
export interface KnownFailures {
  /** A failure that must have been returned, and why: the words follow "although". */
  readonly required?: { readonly scenario: ScenarioName; readonly because: string };
  /** Failures that cannot have been right, and why: the words follow "although". */
  readonly excluded: readonly { readonly scenarios: readonly ScenarioName[]; readonly because: string }[];
}

/**
 * Returns which failures the key, the workspace and the entity of a request require or exclude, in the order of the contract.
 * @param sentAt when it was sent, in milliseconds since 1970; `undefined` if that is not known
 */
export function knownFailures(
  call: Call,
  headers: HeaderValues,
  knowledge: Knowledge,
  sentAt: number | undefined,
): KnownFailures {
  const key = knownKey(headers, knowledge);
  if (key === undefined || call.operation === 'outsideOperations') return { excluded: [] };
  const ofKey = failureOfKey(key, call, { sentAt, places: knowledge.places });
  if (ofKey === 'unknown') return { excluded: [] };
  if (ofKey !== undefined) return { required: ofKey, excluded: [] };
  const { write } = contract.operations[call.operation];
  const excluded = [
    { scenarios: ['invalidApiKey', 'expiredApiKey', 'wrongWorkspace'], because: 'the key is valid for this workspace' },
    ...(key.permission === 'READ_WRITE' || !write
      ? [{ scenarios: ['readOnlyKey'], because: 'the key may write' } as const]
      : []),
  ] as const;
  if (write && key.permission === 'READ_ONLY')
    return { required: { scenario: 'readOnlyKey', because: 'the key can only read' }, excluded };
  const workspace = knownWorkspace(call.parameters, knowledge);
  if (workspace === undefined) return { excluded };
  if (write && !allowsWrites(workspace.mode))
    return {
      required: { scenario: 'workspaceRestricted', because: `the workspace is in mode ${workspace.mode}` },
      excluded,
    };
  const unrestricted = [
    ...excluded,
    { scenarios: ['workspaceRestricted'], because: 'the workspace is not restricted' } as const,
  ];
  const { entityName } = call.parameters;
  if (entityName === undefined) return { excluded: unrestricted };
  return workspace.entities.some(({ name }) => name === entityName)
    ? {
        excluded: [
          ...unrestricted,
          { scenarios: ['entityNotFound'], because: `the definition has the entity ${entityName}` },
        ],
      }
    : {
        required: { scenario: 'entityNotFound', because: 'the definition has no such entity' },
        excluded: unrestricted,
      };
}

function knownKey(
  headers: HeaderValues,
  { keys, authentication: { header, scheme } }: Knowledge,
): KnownKey | undefined {
  const value = headers[header];
  if (value === undefined || scheme === null) return value === undefined ? undefined : keys.get(value);
  const [sent = '', ...rest] = value.split(' ');
  return sent.toLowerCase() === scheme.toLowerCase() ? keys.get(rest.join(' ').trim()) : undefined;
}

function failureOfKey(
  { place, revoked, expiresAt }: KnownKey,
  { parameters }: Call,
  { sentAt, places }: { readonly sentAt: number | undefined; readonly places: readonly Place[] },
): KnownFailures['required'] | 'unknown' {
  if (revoked) return { scenario: 'invalidApiKey', because: 'the key is revoked' };
  if (expiresAt !== undefined) {
    if (expiresAt > 0 && (sentAt === undefined || Math.abs(sentAt - expiresAt) < CLOCKS_DIFFER)) return 'unknown';
    if (expiresAt === 0 || (sentAt !== undefined && sentAt > expiresAt))
      return { scenario: 'expiredApiKey', because: 'the key has expired' };
  }
  if (isPlace(parameters, place)) return undefined;
  // The contract does not say how a server refuses a workspace that does not exist.
  if (!places.some((each) => isPlace(parameters, each))) return 'unknown';
  return { scenario: 'wrongWorkspace', because: 'the key is for another workspace' };
}

/** How far two clocks may differ, in milliseconds. */
const CLOCKS_DIFFER = 60_000;
