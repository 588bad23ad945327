import type { AccessMode, Definition, WorkspaceDefinition } from '../../../workspace/index.ts';
import type { WorkspaceName, WorkspaceSummary } from '../administration.ts';
import { hashOf, prefixOf } from '../key-hash.ts';
import { AdministrationError } from '../store-errors.ts';
import { toEntities } from './entities.ts';
import { insertKey } from './key-statements.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Script } from './script.ts';
import type { Sql } from './sql.ts';
import { join, sql } from './sql.ts';

/** A workspace with the id by which its records and keys know it. */
export interface FoundWorkspace extends WorkspaceSummary {
  readonly id: string;
}

/**
 * Creates all workspaces of a definition.
 * @throws {AdministrationError} where one is there already, or one of their keys is another's
 */
export function* createWorkspaces(tables: OwnTables, { organization, workspaces }: Definition): Script<void> {
  for (const workspace of workspaces) {
    const isNew = yield* createWorkspace(tables, organization, workspace);
    const name = `${organization}/${workspace.slug}`;
    if (!isNew) throw new AdministrationError(`there is a workspace ${name} already: take it out of the definition`);
  }
}

/**
 * Creates the workspaces of a definition that are not there yet; those that are stay as they are.
 * @throws {AdministrationError} where one of their keys is another's
 */
export function* createMissingWorkspaces(tables: OwnTables, { organization, workspaces }: Definition): Script<void> {
  for (const workspace of workspaces) yield* createWorkspace(tables, organization, workspace);
}

/** All workspaces. */
export function* listWorkspaces(tables: OwnTables): Script<readonly FoundWorkspace[]> {
  return (yield selectWorkspaces(tables, sql`TRUE`)).map(toWorkspace);
}

/** @throws {AdministrationError} where there is no such workspace, or more than one */
export function* requireWorkspace(tables: OwnTables, { organization, slug }: WorkspaceName): Script<FoundWorkspace> {
  const ofOrganization = organization === undefined ? sql`TRUE` : sql`organization = ${organization}`;
  const rows = yield selectWorkspaces(tables, sql`slug = ${slug} AND ${ofOrganization}`);
  const [found, ...others] = rows.map(toWorkspace);
  if (found === undefined) {
    const name = organization === undefined ? slug : `${organization}/${slug}`;
    throw new AdministrationError(`there is no workspace ${name}: list the workspaces to see which there are`);
  }
  if (others.length > 0) {
    const names = [found, ...others].map((each) => `${each.organization}/${each.workspace}`);
    throw new AdministrationError(`${names.length} organizations have a workspace ${slug}: say ${names.join(' or ')}`);
  }
  return found;
}

/** Changes the access mode of a workspace, and gives that as it was before. */
export function* changeMode(tables: OwnTables, name: WorkspaceName, mode: AccessMode): Script<FoundWorkspace> {
  const before = yield* requireWorkspace(tables, name);
  yield sql`UPDATE ${tables.workspaces} SET mode = ${mode} WHERE id = ${before.id}`;
  return before;
}

/** Creates a workspace with its keys, tables and first records, unless it is there; tells whether it was created. */
function* createWorkspace(tables: OwnTables, organization: string, workspace: WorkspaceDefinition): Script<boolean> {
  const { slug, mode, entities, keys } = workspace;
  // No slug has a slash in it, and the ids of old are slugs.
  const id = `${organization}/${slug}`;
  const own = tables.newRow(workspace);
  const columns = join([sql`id, organization, slug, mode, entities`, ...own.map(({ column }) => column)], ', ');
  const row = [
    sql`${id}, ${organization}, ${slug}, ${mode}, ${JSON.stringify(entities)}`,
    ...own.map(({ value }) => value),
  ];
  const [created] =
    yield sql`INSERT INTO ${tables.workspaces} (${columns}) VALUES (${join(row, ', ')}) ON CONFLICT DO NOTHING RETURNING id`;
  if (created === undefined) return false;
  yield* tables.fill(id, workspace);
  for (const { key, expiresAt, revoked = false, ...rest } of keys) {
    const expires = expiresAt === undefined ? undefined : new Date(expiresAt);
    const kept = { ...rest, hash: hashOf(key), prefix: prefixOf(key), expiresAt: expires, revoked };
    const [inserted] = yield insertKey(tables, id, kept);
    // The key itself is not repeated here: a message may end up in a log.
    if (inserted === undefined)
      throw new AdministrationError(`the key ${rest.name} of ${id} is the key of another workspace: choose another`);
  }
  return true;
}

function selectWorkspaces({ workspaces, keys }: OwnTables, condition: Sql): Sql {
  return sql`SELECT id, organization, slug, mode, entities, (SELECT count(*) FROM ${keys} WHERE workspace = id) AS total
    FROM ${workspaces} WHERE ${condition} ORDER BY id`;
}

function toWorkspace(row: Row): FoundWorkspace {
  return {
    id: String(row.id),
    organization: String(row.organization),
    workspace: String(row.slug),
    // What stands in this column was written from a definition, or by `changeMode`.
    mode: String(row.mode) as AccessMode,
    entities: toEntities(row).map(({ name }) => name),
    keys: Number(row.total),
  };
}
