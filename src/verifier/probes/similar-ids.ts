import type { HostileCase } from './hostile/hostile-case.ts';
import { hostileCase, isPresent } from './hostile/hostile-case.ts';
import { judgeAnswer } from './hostile/judge-answer.ts';
import { malformedIdAnswers } from './malformed-id.ts';
import type { Probe, ProbeContext } from './probe.ts';

/** An id that only starts like that of a record, or that is written differently, is not the id of that record. */
export const similarIds: Probe = {
  level: 'strict',
  basis: 'api',
  run: async (context) => {
    const { target, send, confirm, sendAlone, judge } = context;
    if (!isPresent(target, 'getRecord')) return [];
    const breaches = await Promise.all(
      casesOf(context).map(async (hostile) => {
        const [{ request }] = hostile.answers;
        const exchange = await confirm(await send(request), () => sendAlone(request));
        return judgeAnswer(judge, hostile, exchange);
      }),
    );
    return breaches.flat();
  },
};

/** The requests only read, because a target may mistake the id for that of another record. */
function casesOf({ drafts, target }: ProbeContext): readonly HostileCase[] {
  const own = drafts.record('read').id;
  const ids = {
    'an id followed by letters': `${own}abc`,
    'a zero before an id': `0${own}`,
    'a plus before an id': `+${own}`,
  };
  return Object.entries(ids).map(([variant, id]) =>
    hostileCase(
      { ...drafts.validRequest('getRecord'), id },
      {
        variant,
        answers: malformedIdAnswers[target.malformedId],
        values: { id },
        // A lenient server may read the others as the same number.
        refused: id.startsWith(String(own)),
      },
    ),
  );
}
