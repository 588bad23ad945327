import { contract } from '../../contract/index.ts';
import { writeRequest } from '../../plan/index.ts';
import type { BreachFacts } from '../judge/answer-facts.ts';
import type { Exchange } from '../judge/exchange.ts';
import { inWords, statusOf } from './answer.ts';
import { breachesOf } from './breach.ts';
import type { Probe, ProbeBreach, ProbeContext } from './probe.ts';

const differs = breachesOf({
  operationId: 'getRecord',
  scenario: 'success',
  basis: 'ours',
  contract: 'HEAD answers as GET does, without the body (RFC 9110, section 9.3.2).',
});
const tells = breachesOf({
  operationId: 'getRecord',
  scenario: 'invalidApiKey',
  basis: 'api',
  contract: 'A stranger learns nothing but 401.',
});

/** HEAD answers the status of GET, and a stranger no more than GET does. */
export const head: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => [...(await asOwner(context)), ...(await asStranger(context))],
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
      return [
        differs('head', `HEAD was ${inWords(asHead)}, where GET was ${inWords(asGet)}`, asHead, statusFacts(asGet)),
      ];
    }),
  );
  return breaches.flat();
}

async function asStranger({ drafts, send }: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { key: _key, ...withoutKey } = drafts.validRequest('getRecord');
  const ask = (id: string | number) => send({ ...writeRequest({ ...withoutKey, id }), method: 'HEAD' });
  const [there, missing] = [await ask(drafts.record('read').id), await ask(drafts.missingId)];
  const isLetIn = statusOf(there) >= 200 && statusOf(there) < 300;
  if (!isLetIn && statusOf(there) === statusOf(missing)) return [];
  const message = `HEAD without a key was ${inWords(there)}, and of a missing record ${inWords(missing)}`;
  return [tells('withoutKey', message, there, { expected: { status: contract.scenarios.invalidApiKey.status } })];
}

/** HEAD has the status of GET, where GET got one. */
function statusFacts(asGet: Exchange): BreachFacts {
  return 'response' in asGet ? { expected: { status: asGet.response.status } } : {};
}
