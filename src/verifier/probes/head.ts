import { contract } from '../../contract/index.ts';
import type { RecordId } from '../../plan/index.ts';
import { writeRequest } from '../../plan/index.ts';
import type { BreachFacts, Exchange } from '../../judge/index.ts';
import { inWords, statusOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe, ProbeBreach, ProbeContext } from './probe.ts';

const differs = breachesOf({
  operationId: 'getRecord',
  scenario: 'success',
  basis: 'ours',
  contract: 'HEAD returns the same as GET, without the body (RFC 9110, section 9.3.2).',
});
const reveals = breachesOf({
  operationId: 'getRecord',
  scenario: 'invalidApiKey',
  basis: 'api',
  contract: 'An unauthenticated caller always gets 401.',
});

/** HEAD returns the same status as GET, and reveals nothing to an unauthenticated caller. */
export const head: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => [...(await asOwner(context)), ...(await asUnauthenticated(context))],
};

async function asOwner({ drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const paths = [
    writeRequest({ ...drafts.validRequest('getRecord'), id: drafts.record('read').id }),
    writeRequest(drafts.validRequest('listRecords')),
    writeRequest({ ...drafts.validRequest('getRecord'), id: drafts.missingId }),
  ];
  const breaches = await Promise.all(
    paths.map(async (request) => {
      const [asGet, asHead] = [await send(request), await send({ ...request, method: 'HEAD' })];
      if (statusOf(asHead) === statusOf(asGet)) return [];
      return [differs('head', `HEAD ${inWords(asHead)}, but GET ${inWords(asGet)}`, asHead, statusFacts(asGet))];
    }),
  );
  return breaches.flat();
}

async function asUnauthenticated({ drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { key: _key, ...withoutKey } = drafts.validRequest('getRecord');
  const sendHead = (id: RecordId) => send({ ...writeRequest({ ...withoutKey, id }), method: 'HEAD' });
  const [there, missing] = [await sendHead(drafts.record('read').id), await sendHead(drafts.missingId)];
  const isLetIn = statusOf(there) >= 200 && statusOf(there) < 300;
  if (!isLetIn && statusOf(there) === statusOf(missing)) return [];
  const message = `HEAD without an API key ${inWords(there)} for an existing record, and ${inWords(missing)} for a missing one`;
  return [reveals('withoutKey', message, there, { expected: { status: contract.scenarios.invalidApiKey.status } })];
}

/** Expects the status that GET returned, if GET got a response. */
function statusFacts(asGet: Exchange): BreachFacts {
  return 'response' in asGet ? { expected: { status: asGet.response.status } } : {};
}
