import type { ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { PlannedCase } from '../../plan/index.ts';
import type { Judged } from '../checks/check.ts';
import type { ReceivedResponse } from '../exchange.ts';
import { parseBody } from '../parse-body.ts';

/** Returns a planned failure of an operation and a response to it, for the tests of the checks. */
export function judgedFailure(
  scenario: ScenarioName,
  body: unknown,
  {
    operationId = 'createRecord',
    request = {},
    response = {},
  }: {
    readonly operationId?: PlannedCase['operationId'];
    readonly request?: Partial<PlannedCase['request']>;
    readonly response?: Partial<ReceivedResponse>;
  } = {},
): Judged {
  const { status, code, basis, template } = contract.scenarios[scenario];
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    planned: {
      operationId,
      scenario,
      variant: 'test',
      basis,
      request: { method: 'POST', path: '/acme-corp/sales/Customer', headers: {}, ...request },
      expected: {
        status,
        error: {
          code,
          messageBasis: basis,
          ...(template === null ? {} : { message: contract.scenarios[scenario].example }),
        },
      },
    },
    response: { status, headers: { 'content-type': 'application/json' }, body: text, ...response },
    json: parseBody(text),
  };
}
