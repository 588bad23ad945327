import { demoDefinition } from '../workspace/index.ts';

/** The target file that verifies the mock: nothing is stored there, so that every record is a fixture. */
export function mockTarget(baseUrl: string): object {
  return {
    baseUrl,
    organization: demoDefinition.organization,
    workspace: 'sales',
    keys: {
      readWrite: 'sk_test_read_write',
      readOnly: 'sk_test_read_only',
      expired: 'sk_test_expired',
      revoked: 'sk_test_revoked',
      otherWorkspace: 'sk_test_other_workspace',
    },
    restricted: { workspace: 'archive', key: 'sk_test_read_write', mode: 'read-only' },
    entity: {
      name: 'Customer',
      valid: { name: 'Jane Doe', email: 'jane-{run}@example.com', age: 34 },
      unique: 'email',
      required: 'name',
      invalid: { email: 'nope', age: -1 },
    },
    reference: {
      entity: 'Order',
      valid: { orderNumber: 'ORD-{run}', customer_id: '{parent}' },
      column: 'customer_id',
      parent: 'Customer',
      table: 'customers',
      referencingTable: 'orders',
      missing: 999,
    },
    stateless: true,
    fixtures: { existingId: 1, missingId: 404, takenValue: 'taken@example.com', referencedId: 409 },
    faults: { internalError: { headers: { prefer: 'code=500, example=internalError' } } },
  };
}
