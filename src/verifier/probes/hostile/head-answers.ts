import { writeRequest } from '../../../plan/index.ts';
import { inWords } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { isPresent } from './hostile-case.ts';
import { unlessProxy } from './unless-proxy.ts';

const breach = breachesOf({
  operationId: 'getRecord',
  scenario: 'success',
  basis: 'api',
  contract: 'HEAD gets a response, without a body (RFC 9110, section 9.3.2).',
});

/** HEAD gets a response without a body: a client would read a body as the next response. The probe `head` tests its status. */
export async function headAnswers({ target, drafts, sendRaw }: ProbeContext): Promise<readonly ProbeBreach[]> {
  if (!isPresent(target, 'getRecord')) return [];
  const draft = drafts.validRequest('getRecord');
  const ids = { 'HEAD of a record': drafts.record('read').id, 'HEAD of a missing record': drafts.missingId };
  const breaches = await Promise.all(
    Object.entries(ids).map(async ([variant, id]) => {
      const exchange = await unlessProxy(sendRaw({ ...writeRequest({ ...draft, id }), method: 'HEAD' }));
      if (exchange === undefined) return [];
      if ('failure' in exchange) return [breach(variant, `HEAD ${inWords(exchange)}`, exchange)];
      const { body } = exchange.response;
      return body === ''
        ? []
        : [breach(variant, `the response to HEAD has a body of ${Buffer.byteLength(body)} bytes`, exchange)];
    }),
  );
  return breaches.flat();
}
