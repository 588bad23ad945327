import type { SchemaViolation } from '../../contract/document/index.ts';
import { validators } from '../../contract/document/index.ts';
import type { Basis } from '../../contract/index.ts';
import { documentedMembers, readEnvelope } from '../../contract/index.ts';
import type { Breach, Check, Judged } from './check.ts';
import { withContractIds } from './declared-ids.ts';

/** The body matches the schema that the operation documents for the status. `extra-members` checks additional members. */
export const body: Check = (judged) => {
  const { planned, response, json } = judged;
  const validate = validators[planned.operationId][response.status];
  if (validate === undefined) return withoutSchema(judged);
  if (response.body === '') return [{ basis: basisOf(judged), message: 'the body is empty' }];
  if (json === undefined)
    return [{ basis: basisOf(judged), message: `the body is not JSON: ${excerpt(response.body)}` }];
  const { ids } = planned.expected.declared ?? {};
  const known = ids === undefined ? { json, wrong: [] } : withContractIds(json, ids);
  const violations = validate(documentedMembers(known.json)) ? [] : relevant(validate.errors ?? []);
  const described = new Set([...known.wrong, ...violations.map(describeViolation)]);
  if (described.size === 0) return [];
  const isMinor = known.wrong.length === 0 && violations.every(isBulkFailure);
  return [
    {
      basis: isMinor ? weaker(planned.basis, 'ours') : basisOf(judged),
      message: `the body does not match the documented schema: ${[...described].join('; ')}`,
    },
  ];
};

/** Requires an envelope for every failure, even if the operation does not document the status. */
function withoutSchema({ planned, response, json }: Judged): readonly Breach[] {
  if (response.status < 400) return [];
  if (json === undefined) {
    return [{ basis: planned.basis, message: `the body is not JSON: ${excerpt(response.body)}` }];
  }
  const error = readEnvelope(json);
  if (typeof error?.code === 'string' && typeof error.message === 'string') return [];
  return [{ basis: planned.basis, message: `the body is not an error envelope: ${excerpt(response.body)}` }];
}

/** The founding page (`seed`) defines the envelope; the published API (`api`) defines successful bodies. */
function basisOf({ planned, response }: Judged): Basis {
  return weaker(planned.basis, response.status >= 400 ? 'seed' : 'api');
}

function weaker(first: Basis, second: Basis): Basis {
  const order: readonly Basis[] = ['seed', 'api', 'ours'];
  return order.indexOf(first) > order.indexOf(second) ? first : second;
}

/** Whether a violation is about the errors of a bulk response, which are a rule this project added. Its counts are not. */
function isBulkFailure({ instancePath }: SchemaViolation): boolean {
  return instancePath.startsWith('/errors');
}

/** If a `oneOf` fails, the code selects the branch that applies. Violations of the other branches are misleading. */
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
