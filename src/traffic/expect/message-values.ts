import type { ScenarioName, TemplateValues } from '../../contract/index.ts';
import { contract, fillTemplate, isObject, matchTemplate } from '../../contract/index.ts';
import type { PathParameters } from '../recognize/find-call.ts';

/** The parts of a request that the message of a failure repeats. */
export interface RepeatedParts {
  readonly parameters: PathParameters;
  /** As JSON; `undefined` if it is not known. */
  readonly body: unknown;
}

/**
 * Returns the values that a message must contain, as far as the request shows them, and takes the others from the message itself:
 * the mode of a workspace, and the column of a constraint. Returns `undefined` if the request cannot show whether they are right.
 */
export function messageValues(
  scenario: ScenarioName,
  message: unknown,
  { parameters, body }: RepeatedParts,
): TemplateValues | undefined {
  const { template, values } = contract.scenarios[scenario];
  if (template === null || typeof message !== 'string') return undefined;
  const sources: Readonly<Record<string, { readonly source: string }>> = values;
  const fromPath = Object.entries(sources).flatMap(([name, { source }]) => {
    const value = source.startsWith(PATH) ? parameterNamed(parameters, source.slice(PATH.length)) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const known: TemplateValues = Object.fromEntries(fromPath);
  const needsPath = Object.values(sources).filter(({ source }) => source.startsWith(PATH)).length > fromPath.length;
  if (needsPath) return undefined;
  const needsBody = Object.values(sources).some(({ source }) => source.startsWith(BODY));
  const given = matchTemplate(template, message, known);
  if (given === undefined) return known;
  if (!needsBody) return { ...given, ...known };
  return isObject(body) ? sentValues(template, message, { ...given, ...known }, body) : undefined;
}

const PATH = '$request.path.';
const BODY = '$request.body#';

function parameterNamed(parameters: PathParameters, name: string): string | undefined {
  return Object.entries(parameters).find(([each]) => each === name)?.[1];
}

/** Finds the column whose value the message has. A server may write numbers and times in its own way, so only texts are compared. */
function sentValues(
  template: string,
  message: string,
  given: TemplateValues,
  body: Readonly<Record<string, unknown>>,
): TemplateValues | undefined {
  const columns = Object.keys(body).filter((column) => matchTemplate(template, message, { column }) !== undefined);
  const [column, ...others] = columns;
  // A message can name a column that was not sent, such as the second one of a constraint.
  if (column === undefined || others.length > 0) return undefined;
  const value = body[column];
  if (typeof value !== 'string' || /^[\d.+-]/.test(value)) return undefined;
  const rest = matchTemplate(template, message, { column, value }) ?? without(given, ['column', 'value']);
  const values = { ...rest, column, value };
  return fillable(template, values) ? values : undefined;
}

function without(values: TemplateValues, names: readonly string[]): TemplateValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

function fillable(template: string, values: TemplateValues): boolean {
  try {
    fillTemplate(template, values);
    return true;
  } catch {
    return false;
  }
}
