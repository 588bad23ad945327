import type { OperationId } from '../../../contract/index.ts';
import { malformedIdAnswers } from '../malformed-id.ts';
import type { ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { hostileCase } from './hostile-case.ts';

/**
 * Ids in forms that no real id has. A careless target could mistake some for the id of another record, or for a condition, so those
 * are only sent in reads. None of the others starts with a number that is likely to be an id.
 */
export function oddIds({ target, drafts }: ProbeContext): readonly HostileCase[] {
  const own = drafts.record('read').id;
  const onlyRead = {
    'an SQL condition as the id': '1 OR 1=1',
    'an id that is not a finite number': '1e400',
    'a negative id': '-1',
    'an id followed by text': `${own} or so`,
    'an id with a fraction': `${own}.0`,
    'an id with a leading zero': `0${own}`,
    'an id in quotes': `'${own}'`,
    'a blank id': ' ',
    'an id with a percent sign': '%',
  };
  const anyhow = {
    'an id of 30 digits': '9'.repeat(30),
    'an id with non-ASCII characters': 'ünïcödé-☃-😀',
  };
  const odd = (operationId: OperationId, variant: string, id: string): HostileCase =>
    hostileCase(
      { ...drafts.validRequest(operationId), id },
      { variant, answers: malformedIdAnswers[target.malformedId], values: { id } },
    );
  return [
    ...Object.entries({ ...onlyRead, ...anyhow }).map(([variant, id]) => odd('getRecord', variant, id)),
    ...(['updateRecord', 'deleteRecord'] as const).flatMap((operationId) =>
      Object.entries(anyhow).map(([variant, id]) => odd(operationId, variant, id)),
    ),
  ];
}
