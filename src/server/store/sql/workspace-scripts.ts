import type { AccessMode, Definition, WorkspaceDefinition } from '../../../workspace/index.ts';
import type { WorkspaceName, WorkspaceSummary } from '../administration.ts';
import { hashOf, prefixOf } from '../key-hash.ts';
import { AdministrationError } from '../store-errors.ts';
import { toEntities } from './entities.ts';
import { insertKey, modeOf } from './key-statements.ts';
import type { OwnTables } from './own-tables.ts';
import type { Row } from './read-rows.ts';
import type { Script } from './script.ts';
import type { Sql } from './sql.ts';
import { join, sql } from './sql.ts';

/** A workspace with the id that its records and keys refer to. */
export interface FoundWorkspace extends WorkspaceSummary {
  readonly id: string;
}

/**
 * Creates all workspaces of a definition.
 * @throws {AdministrationError} if one of them already exists, or one of their keys belongs to another workspace
 */
export function* createWorkspaces(tables: OwnTables, { organization, workspaces }: Definition): Script<void> {
  for (const workspace of workspaces) {
    const isNew = yield* createWorkspace(tables, organization, workspace);
    const name = `${organization}/${workspace.slug}`;
    if (!isNew) throw new AdministrationError(`the workspace ${name} already exists: remove it from the definition`);
  }
}

/**
 * Creates the workspaces of a definition that do not exist. Existing workspaces stay unchanged.
 * @throws {AdministrationError} if one of their keys belongs to another workspace
 */
export function* createMissingWorkspaces(tables: OwnTables, { organization, workspaces }: Definition): Script<void> {
  for (const workspace of workspaces) yield* createWorkspace(tables, organization, workspace);
}

export function* listWorkspaces(tables: OwnTables): Script<readonly FoundWorkspace[]> {
  return (yield selectWorkspaces(tables, sql`TRUE`)).map(toWorkspace);
}

/** @throws {AdministrationError} if there is no such workspace, or more than one */
export function* requireWorkspace(tables: OwnTables, { organization, slug }: WorkspaceName): Script<FoundWorkspace> {
  const ofOrganization = organization === undefined ? sql`TRUE` : sql`organization = ${organization}`;
  const rows = yield selectWorkspaces(tables, sql`slug = ${slug} AND ${ofOrganization}`);
  const [found, ...others] = rows.map(toWorkspace);
  if (found === undefined) {
    const name = organization === undefined ? slug : `${organization}/${slug}`;
    throw new AdministrationError(`there is no workspace ${name}: list the workspaces to see their names`);
  }
  if (others.length > 0) {
    const names = [found, ...others].map((each) => `${each.organization}/${each.workspace}`);
    throw new AdministrationError(`${names.length} organizations have a workspace ${slug}: use ${names.join(' or ')}`);
  }
  return found;
}

/** Changes the access mode of a workspace, and returns the workspace as it was before the change. */
export function* changeMode(tables: OwnTables, name: WorkspaceName, mode: AccessMode): Script<FoundWorkspace> {
  const before = yield* requireWorkspace(tables, name);
  yield sql`UPDATE ${tables.workspaces} SET mode = ${mode} WHERE id = ${before.id}`;
  return before;
}

/** Creates a workspace with its keys, tables and initial records. Returns false if the workspace already exists. */
function* createWorkspace(tables: OwnTables, organization: string, workspace: WorkspaceDefinition): Script<boolean> {
  const { slug, mode, entities, keys } = workspace;
  // Slugs have no slash, so this id is unique. It also differs from the ids that older versions created, which are slugs.
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
    // Leave the key out of the message, which may be logged.
    if (inserted === undefined)
      throw new AdministrationError(
        `the key ${rest.name} of ${id} already belongs to another workspace: choose another key`,
      );
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
    mode: modeOf(row),
    entities: toEntities(row).map(({ name }) => name),
    keys: Number(row.total),
  };
}
