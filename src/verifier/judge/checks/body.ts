import type { SchemaViolation } from '../../../contract/document/index.ts';
import { validators } from '../../../contract/document/index.ts';
import type { Basis } from '../../../contract/index.ts';
import { documentedMembers, readEnvelope } from '../../../contract/index.ts';
import type { Breach, Check, Judged } from './check.ts';

/** The body is what the operation documents for the status. Members more are the business of the check `extra-members`. */
export const body: Check = (judged) => {
  const { planned, response, json } = judged;
  const validate = validators[planned.operationId][response.status];
  if (validate === undefined) return withoutSchema(judged);
  if (response.body === '') return [{ basis: basisOf(judged), message: 'the body is empty' }];
  if (json === undefined)
    return [{ basis: basisOf(judged), message: `the body is no JSON: ${excerpt(response.body)}` }];
  if (validate(documentedMembers(json))) return [];
  const violations = relevant(validate.errors ?? []);
  return [
    {
      basis: violations.every(isBulkFailure) ? weaker(planned.basis, 'ours') : basisOf(judged),
      message: `the body is not as documented: ${[...new Set(violations.map(describeViolation))].join('; ')}`,
    },
  ];
};

/** Where the operation does not document the status, a failure is still an envelope. */
function withoutSchema({ planned, response, json }: Judged): readonly Breach[] {
  if (response.status < 400) return [];
  if (json === undefined) {
    return [{ basis: planned.basis, message: `the body is no JSON: ${excerpt(response.body)}` }];
  }
  const error = readEnvelope(json);
  if (typeof error?.code === 'string' && typeof error.message === 'string') return [];
  return [{ basis: planned.basis, message: `the body is no error envelope: ${excerpt(response.body)}` }];
}

/** The envelope is the seed's; what a success looks like is the API's. */
function basisOf({ planned, response }: Judged): Basis {
  return weaker(planned.basis, response.status >= 400 ? 'seed' : 'api');
}

function weaker(first: Basis, second: Basis): Basis {
  const order: readonly Basis[] = ['seed', 'api', 'ours'];
  return order.indexOf(first) > order.indexOf(second) ? first : second;
}

/** Each item's error of a bulk answer is our own decision; its counts are not. */
function isBulkFailure({ instancePath }: SchemaViolation): boolean {
  return instancePath.startsWith('/errors');
}

/** Where a `oneOf` fails, the code says which branch was meant; the other branches' complaints only confuse. */
function relevant(violations: readonly SchemaViolation[]): readonly SchemaViolation[] {
  const withoutChoice = violations.filter(({ keyword }) => keyword !== 'oneOf');
  const codes = withoutChoice.filter(({ keyword }) => keyword === 'const');
  const others = withoutChoice.filter(({ keyword }) => keyword !== 'const');
  return others.length > 0 ? others : codes.length > 0 ? codes : violations;
}

function describeViolation({ instancePath, message, params }: SchemaViolation): string {
  const allowed = 'allowedValue' in params ? ` ${JSON.stringify(params.allowedValue)}` : '';
  return `${instancePath === '' ? 'the body' : instancePath} ${message ?? ''}${allowed}`;
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
