import type { RequestDraft } from '../../plan/index.ts';
import { needed, writeRequest } from '../../plan/index.ts';
import { breachesOf } from './breach.ts';
import type { Probe, ProbeBreach, ProbeContext } from './probe.ts';
import type { Twice } from './compare/told-apart-by.ts';
import { toldApartBy } from './compare/told-apart-by.ts';

/** An unauthenticated caller cannot find out what exists: existing and missing resources get the same response. */
export const strangersAlike: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => {
    const { drafts, target } = context;
    const { key: _key, ...withoutKey } = drafts.validRequest('getRecord');
    const known = { ...withoutKey, id: drafts.record('read').id };
    const otherKey = needed(target.keys.otherWorkspace, 'keys.otherWorkspace');
    return [
      ...(await compare(context, 'aKnownEntity', 'api', known, { ...known, entityName: drafts.missingEntity })),
      ...(await compare(context, 'aKnownRecord', 'api', known, { ...known, id: drafts.missingId })),
      ...(await compare(
        context,
        'aKnownWorkspace',
        'ours',
        { ...known, key: otherKey },
        { ...known, key: otherKey, workspace: 'no-such-workspace' },
      )),
    ];
  },
};

async function compare(
  { send }: ProbeContext,
  variant: string,
  basis: 'api' | 'ours',
  there: RequestDraft,
  missing: RequestDraft,
): Promise<readonly ProbeBreach[]> {
  const sendTwice = async (draft: RequestDraft): Promise<Twice> => [
    await send(writeRequest(draft)),
    await send(writeRequest(draft)),
  ];
  const [one, other] = [await sendTwice(there), await sendTwice(missing)];
  const difference = toldApartBy(one, other);
  if (difference === undefined) return [];
  const contract = 'An unauthenticated caller always gets 401.';
  const breach = breachesOf({ operationId: 'getRecord', scenario: 'invalidApiKey', basis, contract });
  return [breach(variant, `the response reveals to an unauthenticated caller what exists: ${difference}`, other[0])];
}
