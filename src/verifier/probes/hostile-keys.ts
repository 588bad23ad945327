import type { RequestDraft } from '../../plan/index.ts';
import { credentialHeader, isBearer, needed, writeRequest } from '../../plan/index.ts';
import type { HostileCase, Hostility } from './hostile/hostile-case.ts';
import { framed, hostileCase } from './hostile/hostile-case.ts';
import { runCases } from './hostile/run-cases.ts';
import type { Probe, ProbeContext } from './probe.ts';

const NOBODYS_KEY = 'sk_live_nobodys_key_0000000000000000';

/** Longer than any API key, but shorter than any server's limit for a header. */
const LONG = 4000;

/** A caller with no API key, a malformed key or two keys is unauthenticated, and always gets 401. */
export const hostileKeys: Probe = {
  level: 'hostile',
  basis: 'seed',
  run: (context) =>
    runCases(
      context,
      Object.entries(credentials(context)).flatMap(([what, credential]) =>
        Object.entries(requests(context)).map(([doing, request]) =>
          unauthenticatedCase(context, `${doing} with ${what}`, credential, request),
        ),
      ),
    ),
};

interface Credential extends Pick<Partial<Hostility>, 'basis' | 'messageBasis' | 'refused'> {
  /** The text of the header for the key. */
  readonly sent?: string;
  /** The text of a second header for the key. */
  readonly second?: string;
  readonly query?: Readonly<Record<string, string>>;
}

function credentials({ target }: ProbeContext): Readonly<Record<string, Credential>> {
  const key = needed(target.keys.readWrite, 'keys.readWrite');
  const { header, scheme } = target.authentication;
  const written = (text: string): string => credentialHeader(target.authentication, text)[header] ?? text;
  const valid = written(key);
  // A key that needs escaping would not be recognized in a report, and so would not be masked.
  const isPlain = encodeURIComponent(key) === key;
  return {
    'no Authorization': { basis: 'seed', messageBasis: 'seed' },
    ...(isBearer(target.authentication)
      ? {
          'another scheme': { basis: 'api', sent: `Basic ${key}` },
          'an unknown scheme': { basis: 'api', sent: `Key ${key}` },
        }
      : {}),
    ...(scheme === null ? {} : { 'a key without a scheme': { basis: 'api', sent: key } }),
    'an empty bearer': { basis: 'seed', sent: scheme ?? '' },
    'a key with extra letters': { basis: 'seed', sent: `${valid}.x` },
    'SQL instead of a key': { basis: 'seed', sent: written("' OR '1'='1") },
    'a very long key': { refused: true, sent: written(NOBODYS_KEY.padEnd(LONG, '0')) },
    ...(isPlain ? { 'a key in the query': { basis: 'seed', query: { api_key: key, access_token: key, key } } } : {}),
    // RFC 9110 (section 5.2) lets an implementation use either of the two.
    'two keys with the valid one first': { sent: valid, second: written(NOBODYS_KEY) },
    'two keys with the valid one last': { sent: written(NOBODYS_KEY), second: valid },
  };
}

interface UnauthenticatedRequest {
  readonly draft: RequestDraft;
  /** The unique value of the record that it would create. */
  readonly marker?: string;
}

/** The requests that each unauthenticated caller sends: for existing and missing resources, and to create a record. */
function requests({ drafts }: ProbeContext): Readonly<Record<string, UnauthenticatedRequest>> {
  const missing = { ...drafts.validRequest('getRecord'), id: drafts.missingId };
  const values = drafts.newValues();
  return {
    'listing records': { draft: drafts.validRequest('listRecords') },
    'getting a missing record': { draft: missing },
    'getting a record of an unknown entity': { draft: { ...missing, entityName: drafts.missingEntity } },
    'creating a record': {
      draft: { ...drafts.validRequest('createRecord'), body: values },
      marker: String(values[drafts.entity.unique]),
    },
  };
}

function unauthenticatedCase(
  { target }: ProbeContext,
  variant: string,
  { sent, second, query, ...known }: Credential,
  { draft: { key: _key, ...request }, ...rest }: UnauthenticatedRequest,
): HostileCase {
  const { header } = target.authentication;
  const draft: RequestDraft = {
    ...request,
    ...(query === undefined ? {} : { query }),
    ...(sent === undefined ? {} : { headers: { [header]: sent } }),
  };
  const written = writeRequest(draft);
  return hostileCase(draft, {
    variant,
    answers: ['invalidApiKey'],
    ...(second === undefined
      ? {}
      : { raw: framed({ ...written, headers: { ...written.headers, [header.toUpperCase()]: second } }) }),
    ...rest,
    ...known,
  });
}
