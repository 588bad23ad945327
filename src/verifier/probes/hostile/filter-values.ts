import { isObject } from '../../../contract/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import type { Exchange } from '../../judge/exchange.ts';
import { parseBody } from '../../judge/parse-body.ts';
import { statusOf } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { hostileCase, isPresent } from './hostile-case.ts';
import { judgeAnswer } from './judge-answer.ts';

/** Values that mean something to SQL, and are data here. None of them could harm anything. */
const QUOTED = ["' OR '1'='1", '" OR "1"="1', "') OR ('1'='1", '\\', "'"];
const WILDCARDS = ['%', '_', '\\'];

const breach = breachesOf({
  operationId: 'listRecords',
  scenario: 'success',
  basis: 'api',
  contract: 'A filter value is data: it is never SQL, and "like" looks for it as a substring, letter for letter.',
});

/**
 * A value of a filter is taken literally. Where the target does not filter at all, which a first filter by a record of the run
 * shows, what it answers must still be a whole answer.
 */
export async function filterValues(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { target, drafts } = context;
  if (!isPresent(target, 'listRecords')) return [];
  const { unique } = drafts.entity;
  const own = String(drafts.record('read').values[unique]);
  return [
    ...(await literally(context, `filter[${unique}]`, own, QUOTED, (value, sent) => value === sent)),
    ...(await literally(context, `filter[${unique}.like]`, own.slice(1, -1), WILDCARDS, (value, sent) =>
      value.includes(sent),
    )),
  ];
}

async function literally(
  context: ProbeContext,
  parameter: string,
  known: string,
  values: readonly string[],
  fits: (value: string, sent: string) => boolean,
): Promise<readonly ProbeBreach[]> {
  const { drafts, send, judge } = context;
  const { unique } = drafts.entity;
  const lists = await Promise.all(
    [known, ...values].map(async (value) => {
      const draft = { ...drafts.validRequest('listRecords'), query: { [parameter]: value } };
      const exchange = await send(writeRequest(draft));
      return { value, draft, exchange, found: columnOf(exchange, unique) };
    }),
  );
  const first = lists[0]?.found ?? [];
  const filters = first.length > 0 && first.every((value) => fits(value, known));
  return lists.flatMap(({ value, draft, exchange, found }) => {
    const variant = `${parameter}=${value === known ? 'a value of the run' : value}`;
    // That it is refused says nothing, for a target may not have the filter; how it is refused does.
    if (found === undefined)
      return judgeAnswer(judge, hostileCase(draft, { variant, answers: ['badRequest'] }), exchange);
    const wrong = filters ? found.find((each) => !fits(each, value)) : undefined;
    return wrong === undefined ? [] : [breach(variant, `it finds a record with ${unique} '${wrong}'`, exchange)];
  });
}

/** What the records of a list have in a column; `undefined` where no list was answered. */
function columnOf(exchange: Exchange, column: string): readonly string[] | undefined {
  if (!('response' in exchange) || statusOf(exchange) !== 200) return undefined;
  const json = parseBody(exchange.response.body);
  const data = isObject(json) && Array.isArray(json.data) ? json.data.filter(isObject) : [];
  return data.map((each) => String(each[column]));
}
