import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { message } from './message.ts';

/** Returns the violations in a response to a delete whose referencing table is missing from the target file. */
function breaches(received: string, messageValues: Readonly<Record<string, string | number>>) {
  const judged = judgedFailure('recordReferenced', { error: { code: 'FOREIGN_KEY_VIOLATION', message: received } });
  const { planned } = judged;
  const error = { code: 'FOREIGN_KEY_VIOLATION', messageBasis: 'ours', messageValues } as const;
  return message({ ...judged, planned: { ...planned, expected: { ...planned.expected, error } } });
}

describe('a message with a value known only to the implementation', () => {
  const received = 'Record 7 is still referenced by customer_id in orders';

  it('is accepted with any such value', () => {
    expect(breaches(received, { id: 7, column: 'customer_id' })).toEqual([]);
  });

  it.each([
    [{ id: 8 }, 'Record 8 is still referenced by {column} in {table}'],
    [{ id: 7, column: 'order_id' }, 'Record 7 is still referenced by order_id in {table}'],
  ])('is compared in its other values: %j', (values, expected) => {
    expect(breaches(received, values)).toEqual([
      {
        basis: 'ours',
        message: expect.stringContaining(`the message is "${received}", which does not match "Record `),
        expected: { message: expected },
      },
    ]);
  });

  it('must match the template', () => {
    expect(breaches('It is referenced', { id: 7 })).toHaveLength(1);
  });
});
