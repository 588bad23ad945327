import type { EntityDefinition, WorkspaceDefinition } from '../../../workspace/index.ts';
import { hashOf, prefixOf } from '../../key-hash.ts';
import type { Row } from '../sql/read-rows.ts';
import type { Sql } from '../sql/sql.ts';
import { quoted, sql } from '../sql/sql.ts';
import { OWN_SCHEMA } from './migrations.ts';
import { modelOf } from './model.ts';

const WORKSPACES = sql`${quoted(OWN_SCHEMA)}.workspaces`;
const KEYS = sql`${quoted(OWN_SCHEMA)}.keys`;

/** The statements that write a workspace and its keys. */
export function insertWorkspace(organization: string, { slug, mode, entities, keys }: WorkspaceDefinition): Sql[] {
  return [
    sql`INSERT INTO ${WORKSPACES} (slug, organization, mode, model, entities)
      VALUES (${slug}, ${organization}, ${mode}, ${modelOf(entities)}, ${JSON.stringify(entities)})`,
    ...keys.map(({ key, name, permission, expiresAt, revoked = false }) => {
      const expires = expiresAt === undefined ? null : BigInt(Date.parse(expiresAt));
      return sql`INSERT INTO ${KEYS} (workspace, name, hash, prefix, permission, expires_at, revoked)
        VALUES (${slug}, ${name}, ${hashOf(key)}, ${prefixOf(key)}, ${permission}, ${expires}, ${revoked ? 1n : 0n})`;
    }),
  ];
}

/** Finds a key by its hash. Its workspace is read with it every time, because its mode may change while requests run. */
export function selectKey(hash: string): Sql {
  return sql`SELECT organization, slug, mode, permission, expires_at, revoked
    FROM ${KEYS} JOIN ${WORKSPACES} ON slug = workspace WHERE hash = ${hash}`;
}

/** Reads what a workspace has. */
export function selectWorkspace(slug: string): Sql {
  return sql`SELECT model, entities FROM ${WORKSPACES} WHERE slug = ${slug}`;
}

/** The entities that a row of `selectWorkspace` has. */
export function entitiesOf(row: Row): readonly EntityDefinition[] {
  return JSON.parse(String(row.entities));
}
