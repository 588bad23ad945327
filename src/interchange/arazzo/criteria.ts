import type { ExpectedBulk, ExpectedError, ExpectedPage, ExpectedRecord } from '../../plan/index.ts';
import { contract, countedIn, fillTemplate } from '../../contract/index.ts';
import { capital } from '../capital.ts';
import type { Step, Workflow } from '../workflow.ts';
import { isOperand, textWithExpressions } from './expression.ts';

/** A condition on a response (Arazzo 1.0.1, Criterion Object). */
export interface Criterion {
  readonly context?: string;
  readonly type?: 'jsonpath' | 'regex';
  readonly condition: string;
}

/** Stores a string that a condition cannot contain as an output of an earlier step. Returns the expression that reads it. */
export type Keep = (name: string, text: string) => string;

const { envelope } = contract;

/** The maximum number of details for one invalid field. */
const MOST_PER_FIELD = 3;

/** Returns the conditions on the response to a step. */
export function criteriaOf(step: Step, scenario: Workflow['scenario'], keep: Keep): readonly Criterion[] {
  const { status, error, record, page, bulk } = step.expected;
  return [
    { condition: `$statusCode == ${status}` },
    ...(error === undefined || scenario === 'success' ? [] : errorCriteria(step, scenario, error, keep)),
    ...(record === undefined ? [] : recordCriteria(step, record, keep)),
    ...(page === undefined ? [] : pageCriteria(page)),
    ...(bulk === undefined ? [] : bulkCriteria(bulk)),
  ];
}

function errorCriteria(
  step: Step,
  scenario: Exclude<Workflow['scenario'], 'success'>,
  { code, message, fields }: ExpectedError,
  keep: Keep,
): readonly Criterion[] {
  const { template, values } = contract.scenarios[scenario];
  const counted = countedIn(values);
  const ofError = (condition: string): Criterion => somewhere(`@.${envelope.code} == '${code}' && ${condition}`);
  const text =
    message !== undefined
      ? equals(`/${envelope.error}/${envelope.message}`, message, ofError, () => keep(`${step.name}Message`, message))
      : ofError(
          template !== null && counted !== undefined
            ? countedMessage(template, counted.placeholder, fields)
            : `length(@.${envelope.message}) > 0`,
        );
  return [
    { condition: `$response.body#/${envelope.error}/${envelope.code} == '${code}'` },
    text,
    ...(fields === undefined ? [] : namedFields(fields).map(ofError)),
  ];
}

/** Returns the condition on a message that contains the number of details, for any plausible number. */
function countedMessage(template: string, placeholder: string, fields: readonly string[] | undefined): string {
  const least = fields?.length ?? 1;
  const counts = Array.from({ length: least * MOST_PER_FIELD - least + 1 }, (_none, index) => least + index);
  const alternatives = counts.map(
    (n) =>
      `(length(@.${envelope.details}) == ${n} && @.${envelope.message} == ${JSON.stringify(fillTemplate(template, { [placeholder]: n }))})`,
  );
  return `(${alternatives.join(' || ')})`;
}

/** Returns the conditions that details name these fields and no others. */
function namedFields(fields: readonly string[]): readonly string[] {
  const { details, detail } = envelope;
  const others = fields.map((field) => `@.${detail.field} != ${JSON.stringify(field)}`).join(' && ');
  return [
    ...fields.map((field) => `@.${details}[?@.${detail.field} == ${JSON.stringify(field)}]`),
    `count(@.${details}[?${others}]) == 0`,
  ];
}

function recordCriteria(step: Step, { id, values }: ExpectedRecord, keep: Keep): readonly Criterion[] {
  const sent: Readonly<Record<string, unknown>> = JSON.parse(step.request.body ?? '{}');
  const ofRecord = (condition: string): Criterion => somewhere(`@.id && ${condition}`);
  return Object.entries({ ...(id === undefined ? {} : { id }), ...values }).map(([column, value]) => {
    if (typeof value !== 'string') return ofRecord(`@.${column} == ${JSON.stringify(value)}`);
    return equals(`/data/${column}`, value, ofRecord, () =>
      sent[column] === value ? `$request.body#/${column}` : keep(`${step.name}${capital(column)}`, value),
    );
  });
}

function pageCriteria({ page, size, empty }: ExpectedPage): readonly Criterion[] {
  return [
    { condition: `$response.body#/meta/page == ${page}` },
    { condition: `$response.body#/meta/size == ${size}` },
    ...(empty ? [NO_RECORDS] : []),
  ];
}

/** Matches an empty array that was converted to a string, either as JSON or by JavaScript. */
const NO_RECORDS: Criterion = { context: '$response.body#/data', type: 'regex', condition: '^(\\[\\])?$' };

function bulkCriteria({ succeeded, failed }: ExpectedBulk): readonly Criterion[] {
  return [
    { condition: `$response.body#/succeeded == ${succeeded}` },
    { condition: `$response.body#/failed == ${failed.length}` },
    ...failed.map(({ index, code }) => somewhere(`@.index == ${index} && @.error.${envelope.code} == '${code}'`)),
  ];
}

/**
 * Returns the condition that a string is at a position in the body. `read` returns the expression to compare with if the text
 * cannot be a literal.
 */
function equals(
  place: string,
  text: string,
  ofItsParent: (condition: string) => Criterion,
  read: () => string,
): Criterion {
  const pointer = `$response.body#${place}`;
  if (!isOperand(text)) return { condition: `${pointer} == ${read()}` };
  const operand = textWithExpressions(text);
  if (operand !== text) return { condition: `${pointer} == ${operand}` };
  if (!text.includes("'")) return { condition: `${pointer} == '${text}'` };
  // In a simple condition, the specification doubles a quote, which Redocly rejects.
  return ofItsParent(`@.${place.slice(place.lastIndexOf('/') + 1)} == ${JSON.stringify(text)}`);
}

/**
 * Returns the condition that something in the body matches a filter. In the specification's own examples, a filter applies to
 * the body itself. In JSONPath (RFC 9535, 2.3.5), it applies to its members. A search at any depth works with both.
 */
function somewhere(condition: string): Criterion {
  return { context: '$response.body', type: 'jsonpath', condition: `$..[?${condition}]` };
}
