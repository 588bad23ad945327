import { isObject } from '../../../contract/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import type { Exchange } from '../../../judge/index.ts';
import { parseBody } from '../../../judge/index.ts';
import { statusOf } from '../answer.ts';
import { breachesOf } from '../breach.ts';
import type { ProbeBreach, ProbeContext } from '../probe.ts';
import { hostileCase, isPresent } from './hostile-case.ts';
import { judgeAnswer } from './judge-answer.ts';

/** Values that have a meaning in SQL but are data here. All of them are harmless. */
const QUOTED = ["' OR '1'='1", '" OR "1"="1', "') OR ('1'='1", '\\', "'", 'a\0b'];
const CLOSING_QUOTES = ["'", "' OR '1'='1"];
const WILDCARDS = ['%', '_', '\\'];

const breach = breachesOf({
  operationId: 'listRecords',
  scenario: 'success',
  basis: 'api',
  contract: 'A filter value is data and never SQL, and "like" searches for it as a literal substring.',
});

/**
 * Filter values must be taken literally. A first filter, for a record of the run, shows whether the target filters at all. If it
 * does not, only its error responses are judged.
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

/** Sends the filters whose value contains a quote, which closes a string in SQL. */
export async function quotedFilters(context: ProbeContext): Promise<readonly ProbeBreach[]> {
  const { target, drafts } = context;
  if (!isPresent(target, 'listRecords')) return [];
  const { unique } = drafts.entity;
  const own = String(drafts.record('read').values[unique]);
  return literally(context, `filter[${unique}]`, own, CLOSING_QUOTES, (value, sent) => value === sent);
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
    // The target may refuse a filter that it does not support, but the refusal must be a valid failure.
    if (found === undefined)
      return judgeAnswer(judge, hostileCase(draft, { variant, answers: ['badRequest'] }), exchange);
    const wrong = filters ? found.find((each) => !fits(each, value)) : undefined;
    return wrong === undefined
      ? []
      : [breach(variant, `the filter matches a record with ${unique} '${wrong}'`, exchange)];
  });
}

/** Returns the values of a column in a list; `undefined` if the response is not a list. */
function columnOf(exchange: Exchange, column: string): readonly string[] | undefined {
  if (!('response' in exchange) || statusOf(exchange) !== 200) return undefined;
  const json = parseBody(exchange.response.body);
  const data = isObject(json) && Array.isArray(json.data) ? json.data.filter(isObject) : [];
  return data.map((each) => String(each[column]));
}
