import { contract } from '../../../contract/index.ts';
import type { PlannedCase } from '../../../plan/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import type { Exchange } from '../../../judge/index.ts';
import { inWords, statusOf } from '../answer.ts';
import { breachOfCase } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import type { Marker } from './markers.ts';
import { countMarked, isFresh, keyOf, markersOf } from './markers.ts';
import { CONTRACT, refusedCases } from './refused-cases.ts';

/** A refused creation, and a value that would identify its record if it was stored. */
interface Refused {
  readonly planned: PlannedCase;
  readonly marker: Marker;
  readonly exchange: Exchange;
}

/** Sends the refused creations. Checks that they stored no record, and that their unique values are still free. */
export async function refusedCreations(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const cases = refusedCases(context, (operationId) => contract.operations[operationId].method === 'POST');
  const marked = cases.flatMap((planned) => markersOf(context, planned.request).map((marker) => ({ planned, marker })));
  // A value that is not unique to its request may already be stored: the plan takes it on purpose, or another fault stored it.
  const before = await countMarked(
    context,
    marked.map(({ marker }) => marker).filter((marker) => !isFresh(context, marker)),
  );
  const answers = new Map(
    await Promise.all(cases.map(async (planned) => [planned, await context.send(planned.request)] as const)),
  );
  const refused: readonly Refused[] = marked.flatMap(({ planned, marker }) => {
    const exchange = answers.get(planned);
    return exchange === undefined || statusOf(exchange) < 400 ? [] : [{ planned, marker, exchange }];
  });
  const after = await countMarked(
    context,
    refused.map(({ marker }) => marker),
  );
  const isStored = ({ marker }: Refused): boolean => (after.get(keyOf(marker)) ?? 0) > (before.get(keyOf(marker)) ?? 0);
  const stored = refused.filter(isStored).map(({ planned, marker, exchange }): ProbeBreach => {
    const message = `${inWords(exchange)}, but a record with ${marker.column} '${marker.value}' was stored`;
    return breachOfCase(planned, { basis: 'api', message, contract: CONTRACT, exchange });
  });
  return [
    ...stored,
    ...(await takenValues(
      context,
      refused.filter((each) => !isStored(each)),
    )),
  ];
}

/** Creates a record with the unique value of a refused creation, once for each scenario. */
async function takenValues(context: ProbeContext, refused: readonly Refused[]): Promise<readonly ProbeBreach[]> {
  const { drafts, send } = context;
  const { unique } = drafts.entity;
  const draft = drafts.validRequest('createRecord');
  const { path } = writeRequest(draft);
  const free = refused.filter(
    ({ marker }) => marker.collection === path && marker.column === unique && isFresh(context, marker),
  );
  const oneOfEach = new Map(free.map((each) => [each.planned.scenario, each])).values();
  const breaches = await Promise.all(
    oneOfEach.map(async ({ planned, marker, exchange }): Promise<readonly ProbeBreach[]> => {
      const body = { ...drafts.newValues(), [unique]: marker.value };
      const second = await send(writeRequest({ ...draft, body }));
      if (statusOf(second) !== contract.scenarios.uniqueConstraintViolation.status) return [];
      const message = `${inWords(exchange)}, but ${unique} '${marker.value}' is taken: the next creation ${inWords(second)}`;
      return [breachOfCase(planned, { basis: 'api', message, contract: CONTRACT, exchange: second })];
    }),
  );
  return breaches.flat();
}
