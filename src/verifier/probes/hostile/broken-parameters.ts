import type { PlannedRequest, RequestDraft } from '../../../plan/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { HostileCase, Hostility } from './hostile-case.ts';
import { hostileCase } from './hostile-case.ts';

const UNKNOWN = 'no_such_name';

/** Values whose percent escapes are malformed or not UTF-8. A lenient server would search for a different string. */
const BROKEN_ESCAPES = {
  'a stray percent sign': '%',
  'a truncated escape': '%2',
  'a Latin-1 escape': '%E9',
  'an escape that is invalid UTF-8': '%C3%28',
  'an escaped lone surrogate': '%ED%A0%80',
};

/** Query parameters with invalid values. The response must name the parameter. */
export function brokenParameters({ drafts }: ProbeContext): readonly HostileCase[] {
  const list = drafts.validRequest('listRecords');
  const get = { ...drafts.validRequest('getRecord'), id: drafts.record('read').id };
  const { unique, valid } = drafts.entity;
  const number = Object.keys(valid).find((column) => typeof valid[column] === 'number');
  const wrong = (
    variant: string,
    name: string,
    value: string,
    {
      draft = list,
      parameter = name,
      ...known
    }: Partial<Hostility> & { draft?: RequestDraft; parameter?: string } = {},
  ): HostileCase =>
    hostileCase(
      { ...draft, query: { [parameter]: value } },
      { variant, answers: ['badRequest'], names: name, ...known },
    );
  const withQuery = (query: string): PlannedRequest => {
    const request = writeRequest(list);
    return { ...request, path: `${request.path}?${query}` };
  };
  return [
    wrong('page=-1', 'page', '-1', { basis: 'seed' }),
    wrong('page=1.5', 'page', '1.5'),
    wrong('page=1e400', 'page', '1e400'),
    wrong('size=0', 'size', '0'),
    wrong('size=abc', 'size', 'abc'),
    hostileCase(list, {
      variant: 'page twice',
      answers: ['badRequest'],
      names: 'page',
      request: withQuery('page=0&page=1'),
    }),
    wrong('an unknown filter operator', 'filter', 'x', { parameter: `filter[${unique}.${UNKNOWN}]` }),
    wrong('an unknown filter field', 'filter', 'x', { parameter: `filter[${UNKNOWN}]` }),
    ...(number === undefined
      ? []
      : [wrong('a filter value of the wrong type', 'filter', 'abc', { parameter: `filter[${number}]` })]),
    ...Object.entries(BROKEN_ESCAPES).map(([variant, value]) =>
      hostileCase(list, {
        variant: `${variant} in a filter value`,
        answers: ['badRequest'],
        names: 'filter',
        request: withQuery(`${encodeURIComponent(`filter[${unique}]`)}=${value}`),
      }),
    ),
    wrong('an unknown sort field', 'sort', `${UNKNOWN},asc`),
    wrong('sort=name;drop table', 'sort', `${unique};drop table`),
    wrong('an unknown name in fields on a list', 'fields', UNKNOWN),
    wrong('an unknown name in expand on a list', 'expand', UNKNOWN),
    wrong('an unknown name in fields on a record', 'fields', UNKNOWN, { draft: get }),
    wrong('an unknown name in expand on a record', 'expand', UNKNOWN, { draft: get }),
  ];
}
