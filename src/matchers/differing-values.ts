import type { ErrorDetail, ScenarioName } from '../contract/index.ts';
import { contract, matchTemplate, parseJson, placeholdersOf, readDetails, readEnvelope } from '../contract/index.ts';

/** Returns how the values of a failure differ from those that a test expects, in words. */
export function differingValues(
  scenario: ScenarioName,
  body: string,
  expected: Readonly<Record<string, unknown>>,
): readonly string[] {
  const { template } = contract.scenarios[scenario];
  const { message, details } = readEnvelope(parseJson(body)) ?? {};
  const text = typeof message === 'string' ? message : '';
  const found: Readonly<Record<string, unknown>> =
    template === null ? { message: text } : { ...matchTemplate(template, text) };
  return Object.entries(expected).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === 'details' && Array.isArray(value))
      return missingDetails(readDetails(details) ?? [], readDetails(value) ?? []);
    const received = found[name];
    return received === String(value)
      ? []
      : [`${name} is ${JSON.stringify(received ?? null)}, not ${JSON.stringify(String(value))}`];
  });
}

function missingDetails(found: readonly ErrorDetail[], expected: readonly ErrorDetail[]): readonly string[] {
  const isFound = ({ field, message }: ErrorDetail) =>
    found.some((each) => each.field === field && each.message === message);
  return expected
    .filter((each) => !isFound(each))
    .map(({ field, message }) => `details have no ${JSON.stringify({ field, message })}`);
}

/** Returns the names of values that a failure does not have. Types refuse them, but not every test has types. */
export function unknownValues(scenario: ScenarioName, expected: object): readonly string[] {
  const { template, details } = contract.scenarios[scenario];
  const known = template === null ? ['message'] : details ? ['details'] : placeholdersOf(template);
  return Object.keys(expected).filter((name) => !known.includes(name));
}
