import type { ScenarioName, TemplateValues } from '../../contract/index.ts';
import { contract, countedIn, isObject, matchTemplate } from '../../contract/index.ts';
import { sameText } from '../../judge/index.ts';
import type { PathParameters } from '../recognize/find-call.ts';

/** The parts of a request that the message of a failure repeats. */
export interface RepeatedParts {
  readonly parameters: PathParameters;
  /** As JSON; `undefined` if it is not known. */
  readonly body: unknown;
}

/**
 * Returns the values that a message must contain, as far as the request shows them, and takes the others from the message itself.
 * Returns `undefined` if the request cannot show whether they are right.
 * @param known values that are known from elsewhere, such as the mode of the workspace
 */
export function messageValues(
  scenario: ScenarioName,
  message: unknown,
  { parameters, body }: RepeatedParts,
  known: TemplateValues = {},
): TemplateValues | undefined {
  const { template, values } = contract.scenarios[scenario];
  if (template === null || typeof message !== 'string') return undefined;
  const sources = Object.entries<{ readonly source: string }>(values);
  const ofPath = sources.filter(({ 1: { source } }) => source.startsWith(PATH));
  const fromPath = ofPath.flatMap(([name, { source }]) => {
    const value = parameterNamed(parameters, source.slice(PATH.length));
    return value === undefined ? [] : [[name, value] as const];
  });
  if (fromPath.length < ofPath.length) return undefined;
  const free = matchTemplate(template, message, known) ?? {};
  const fixed = {
    ...known,
    ...Object.fromEntries(fromPath.map(([name, value]) => [name, asWritten(value, free[name])])),
  };
  if (sources.some(({ 1: { source } }) => source.startsWith(BODY)))
    return isObject(body) ? sentValues(template, message, fixed, body) : undefined;
  const counted = countedIn(values)?.placeholder;
  const given = Object.entries(matchTemplate(template, message, fixed) ?? {}).filter(([name]) => name !== counted);
  return { ...Object.fromEntries(given), ...fixed };
}

const PATH = '$request.path.';
const BODY = '$request.body#';

function parameterNamed(parameters: PathParameters, name: string): string | undefined {
  return Object.entries(parameters).find(([each]) => each === name)?.[1];
}

/** Finds the column whose value the message has, and adds that value, if a server can only write it in one way. */
function sentValues(
  template: string,
  message: string,
  fixed: TemplateValues,
  body: Readonly<Record<string, unknown>>,
): TemplateValues | undefined {
  const column = fixed.column ?? sentColumn(template, message, body);
  // A message can name a column that was not sent, such as the second one of a constraint.
  if (column === undefined || !Object.hasOwn(body, column)) return undefined;
  const free = matchTemplate(template, message, { ...fixed, column }) ?? {};
  const value = asWritten(comparable(body[column]), free.value);
  const known = { ...fixed, column, ...(value === undefined ? {} : { value }) };
  return { ...matchTemplate(template, message, known), ...known };
}

function sentColumn(template: string, message: string, body: object): string | undefined {
  const columns = Object.keys(body).filter((column) => matchTemplate(template, message, { column }) !== undefined);
  return columns.length === 1 ? columns[0] : undefined;
}

/** A server may normalize a text: then the text of the message is the right one. */
function asWritten<Value extends string | undefined>(value: Value, written: string | undefined): Value | string {
  return value !== undefined && written !== undefined && sameText(value, written) ? written : value;
}

/** A server may write decimals, numbers in a text, dates and times in its own way. */
function comparable(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && !/^[\d.+-]/.test(value) ? value : undefined;
}
