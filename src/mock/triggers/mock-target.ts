import { demoDefinition, demoEntities } from '../../workspace/index.ts';
import { triggers } from './triggers.ts';

/**
 * Returns the target file for verifying the mock or planning requests to it. The mock stores nothing, so every record is a fixture.
 * @param baseUrl everything before `/{orgSlug}`
 */
export function mockTarget(baseUrl: string): object {
  const { ids, faultHeader, missingReference } = triggers;
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
    } satisfies Readonly<Record<string, keyof typeof triggers.keys>>,
    restricted: { workspace: 'archive', key: 'sk_test_read_write', mode: 'read-only' },
    entity: demoEntities.entity,
    reference: { ...demoEntities.reference, missing: missingReference },
    stateless: true,
    fixtures: {
      existingId: 1,
      missingId: Number(ids.recordNotFound),
      takenValue: 'taken@example.com',
      referencedId: Number(ids.recordReferenced),
    },
    faults: { internalError: { headers: { [faultHeader.name]: faultHeader.value } } },
  };
}
