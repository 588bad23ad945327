import { isObject, readErrorObject } from '../../contract/index.ts';
import type { ExpectedBulk } from '../../plan/index.ts';
import { valueText } from '../value-text.ts';
import type { Breach, Check } from './check.ts';

/** A bulk response counts every item, and lists exactly the items that had to fail, each with its code. */
export const bulkResult: Check = ({ planned, response, json }) => {
  const { bulk: expected, status } = planned.expected;
  if (expected === undefined || response.status !== status || !isObject(json)) return [];
  const breach = (field: string, message: string, expectedValue: unknown, value: unknown): Breach => ({
    basis: planned.basis,
    message,
    field,
    expected: { value: expectedValue },
    received: { value },
  });
  if (expected.interchangeable === true) return conflictBreaches(expected, json, breach);
  const failures = Array.isArray(json.errors) ? json.errors.filter(isObject) : [];
  const listedItems = failures.map(
    ({ index, error }) => `item ${valueText(index)} (${readErrorObject(error)?.code ?? 'no code'})`,
  );
  const expectedItems = expected.failed.map(({ index, code }) => `item ${index} (${code})`);
  return [
    ...(json.succeeded === expected.succeeded
      ? []
      : [
          breach(
            'succeeded',
            `succeeded is ${valueText(json.succeeded)}, not ${expected.succeeded}`,
            expected.succeeded,
            json.succeeded,
          ),
        ]),
    ...(json.failed === expected.failed.length
      ? []
      : [
          breach(
            'failed',
            `failed is ${valueText(json.failed)}, not ${expected.failed.length}`,
            expected.failed.length,
            json.failed,
          ),
        ]),
    ...(listedItems.join() === expectedItems.join()
      ? []
      : [
          breach(
            'errors',
            `errors lists ${listedItems.join(', ') || 'no items'}; expected ${expectedItems.join(', ') || 'no items'}`,
            expected.failed,
            json.errors,
          ),
        ]),
  ];
};

/** Of items that conflict with each other, no more may succeed than can. How many do, and which, is a rule that this project added. */
function conflictBreaches(
  { succeeded, failed }: ExpectedBulk,
  json: Readonly<Record<string, unknown>>,
  breach: (field: string, message: string, expected: unknown, value: unknown) => Breach,
): readonly Breach[] {
  const isTooMany = typeof json.succeeded !== 'number' || json.succeeded > succeeded;
  const counts = [
    ['succeeded', json.succeeded, succeeded],
    ['failed', json.failed, failed.length],
  ] as const;
  return counts.flatMap(([field, value, expected]) => {
    if (value === expected) return [];
    const found = breach(field, `${field} is ${valueText(value)}, not ${expected}`, expected, value);
    return [isTooMany ? found : { ...found, basis: 'ours' }];
  });
}
