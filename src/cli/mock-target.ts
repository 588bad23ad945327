import { demoDefinition } from '../workspace/index.ts';
import { demoEntities } from './demo-entities.ts';

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
    entity: demoEntities.entity,
    reference: { ...demoEntities.reference, missing: 999 },
    stateless: true,
    fixtures: { existingId: 1, missingId: 404, takenValue: 'taken@example.com', referencedId: 409 },
    faults: { internalError: { headers: { prefer: 'code=500, example=internalError' } } },
  };
}
