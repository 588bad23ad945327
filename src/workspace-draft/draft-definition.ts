import { draftEntity } from './draft-entity.ts';
import type { EntitySample } from './entity-sample.ts';
import { tableNames } from './table-names.ts';

/** Where an API is, and what was read there. */
export interface DraftSource {
  readonly organization: string;
  readonly workspace: string;
  readonly entities: readonly EntitySample[];
}

/**
 * Drafts the definition of a workspace from its records, as the content of a definition file. What records cannot show is left at its
 * default: no column is unique or required, and none has constraints. The mode is assumed.
 */
export function draftDefinition({ organization, workspace, entities }: DraftSource): object {
  const tables = tableNames(entities.map(({ name }) => name));
  return {
    $schema: 'https://unpkg.com/workspace-api-contract/definition.schema.json',
    organization,
    workspaces: [
      {
        slug: workspace,
        mode: 'ACTIVE',
        entities: entities.map((entity, index) => draftEntity(entity, tables[index] ?? entity.name)),
      },
    ],
  };
}
