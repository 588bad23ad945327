import { isObject } from '../../../contract/index.ts';
import type { Check } from './check.ts';

/** A successful response contains the requested record, with every column that was sent. */
export const record: Check = ({ planned, response, json }) => {
  const { record: expected, status } = planned.expected;
  if (expected === undefined || response.status !== status || !isObject(json) || !isObject(json.data)) return [];
  const { data } = json;
  const missing = Object.keys(expected.values).filter((column) => !Object.hasOwn(data, column));
  return [
    ...(expected.id === undefined || String(data.id) === String(expected.id)
      ? []
      : [
          {
            basis: planned.basis,
            message: `the record has the id ${JSON.stringify(data.id)}, not ${expected.id}`,
            field: 'data.id',
            expected: { value: expected.id },
            received: { value: data.id },
          },
        ]),
    ...(missing.length === 0
      ? []
      : [
          {
            basis: planned.basis,
            message: `the record is missing columns that were sent: ${missing.join(', ')}`,
            field: missing.map((column) => `data.${column}`).join(),
          },
        ]),
  ];
};
