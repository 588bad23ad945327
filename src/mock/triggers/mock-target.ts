import { testKeys } from '../../injection/index.ts';
import { demoDefinition, demoEntities } from '../../workspace/index.ts';
import { triggers } from '../../mock-core/index.ts';

/**
 * Returns the target file for verifying the mock or planning requests to it. The mock stores nothing, so every record is a fixture.
 * @param baseUrl everything before `/{orgSlug}`
 */
export function mockTarget(baseUrl: string): object {
  const { ids, faultHeader, missingReference } = triggers;
  const keys = testKeys();
  return {
    baseUrl,
    organization: demoDefinition.organization,
    workspace: 'sales',
    keys,
    restricted: { workspace: 'archive', key: keys.readWrite, mode: 'read-only' },
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
