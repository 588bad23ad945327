import { expect } from '@jest/globals';

import type { ErrorDetail, OperationId } from '../../src/contract/index.ts';
import { contract, fail, isObject } from '../../src/contract/index.ts';
import type { Answer, Question } from '../../src/server/testing/test-server.ts';
import { ask } from '../../src/server/testing/test-server.ts';
import { refusal } from './refusal.ts';
import type { UntouchedServer } from './untouched-server.ts';
import { JANE } from './wire.ts';

/** The values of a valid customer. */
export const jane: Readonly<Record<string, unknown>> = JSON.parse(JANE);

/** Returns a request for an operation on customers, without a body. */
export function place(id: OperationId): Question {
  const { method, path } = contract.operations[id];
  return { method, path: path.replace('{entityName}', 'Customer').replace('{id}', '1') };
}

/** Sends values in a create, an update and a batch, and expects the given details. The update may have its own. */
export async function expectInvalid(
  server: UntouchedServer,
  values: Readonly<Record<string, unknown>> | string,
  details: readonly ErrorDetail[],
  onUpdate = details,
): Promise<void> {
  const text = typeof values === 'string' ? values : JSON.stringify(values);
  const invalid = fail('validationError', { details });
  const changes = fail('validationError', { details: onUpdate });
  expect(await ask(server, { ...place('createRecord'), body: text })).toMatchObject(refusal(invalid));
  expect(await ask(server, { ...place('updateRecord'), body: text })).toMatchObject(refusal(changes));
  const batch = await ask(server, { ...place('bulkCreateRecords'), body: `[${text}]` });
  const item = { index: 0, error: refusal(invalid).body };
  expect(batch).toMatchObject({ status: 200, body: { succeeded: 0, failed: 1 } });
  expect(errorsOf(batch)).toEqual([{ index: 0, ...(isObject(item.error) ? item.error : {}) }]);
}

/** Returns the details of a validation error. */
export function detailsOf({ body }: Answer): readonly unknown[] {
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  return Array.isArray(error.details) ? error.details : [];
}

/** Returns the fields that a validation error names. */
export function fieldsOf(answer: Answer): readonly unknown[] {
  return detailsOf(answer).map((detail) => (isObject(detail) ? detail.field : detail));
}

function errorsOf({ body }: Answer): unknown {
  return isObject(body) ? body.errors : undefined;
}
