import { isObject } from '../../contract/index.ts';
import type { RecordId } from '../../plan/index.ts';
import { isRecordId, unusableId } from '../../plan/index.ts';
import { parseExactBody } from '../parse-body.ts';
import { valueText } from '../value-text.ts';
import type { Check, Breach } from './check.ts';

/** A successful response contains the requested record, with every column that was sent, and ids that can be used in a path. */
export const record: Check = ({ planned, response, json }) => {
  const { record: expected, status } = planned.expected;
  if (response.status !== status || !isObject(json)) return [];
  const { basis } = planned;
  const { data } = json;
  const exact = parseExactBody(response.body);
  const unusable = unusableIn(isObject(exact) ? exact.data : undefined).map((violation) => ({ basis, ...violation }));
  if (expected === undefined || !isObject(data)) return unusable;
  const id = isObject(exact) && isObject(exact.data) ? exact.data.id : undefined;
  const missing = Object.keys(expected.values).filter((column) => !Object.hasOwn(data, column));
  return [
    ...unusable,
    ...(expected.id === undefined || String(id) === String(expected.id)
      ? []
      : [
          {
            basis,
            message: `the record has the id ${isRecordId(id) ? inWords(id) : valueText(data.id)}, not ${expected.id}`,
            field: 'data.id',
            expected: { value: plain(expected.id) },
            received: { value: data.id },
          },
        ]),
    ...(missing.length === 0
      ? []
      : [
          {
            basis,
            message: `the record is missing columns that were sent: ${missing.join(', ')}`,
            field: missing.map((column) => `data.${column}`).join(),
          },
        ]),
  ];
};

/** Finds the first id in a record or in a list of records that no request could use. */
function unusableIn(data: unknown): readonly Omit<Breach, 'basis'>[] {
  const records = (Array.isArray(data) ? data : [data]).filter(isObject);
  return records
    .flatMap(({ id }) => {
      const why = isRecordId(id) ? unusableId(id) : undefined;
      return why === undefined || !isRecordId(id)
        ? []
        : [{ message: `the id ${inWords(id)} ${why}`, field: 'data.id' }];
    })
    .slice(0, 1);
}

function inWords(id: RecordId): string {
  return typeof id === 'string' ? JSON.stringify(id) : String(id);
}

/** Reports are JSON, which has no `bigint`. */
function plain(id: RecordId): string | number {
  return typeof id === 'bigint' ? String(id) : id;
}
