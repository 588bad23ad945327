import type { Definition } from '../../../workspace/index.ts';
import { workspaceDifferences } from '../../../workspace/index.ts';
import type { ComparedWorkspaces, WorkspaceUpdate } from '../administration.ts';
import { AdministrationError } from '../store-errors.ts';
import type { ChangedWorkspace } from './broken-constraints.ts';
import { brokenConstraints } from './broken-constraints.ts';
import { toEntities } from './entities.ts';
import { modeOf } from './key-statements.ts';
import type { OwnTables } from './own-tables.ts';
import type { Script } from './script.ts';
import { sql } from './sql.ts';
import { adviceFor } from './update-advice.ts';
import { createMissingWorkspaces } from './workspace-scripts.ts';

/** A workspace that exists, before an update and after it. */
interface Existing extends ChangedWorkspace {
  readonly id: string;
}

/** Compares the workspaces of a definition with those of the same name in the database. */
export function* compareWorkspaces(tables: OwnTables, definition: Definition): Script<readonly ComparedWorkspaces[]> {
  const { organization } = definition;
  return (yield* findExisting(tables, definition)).map(({ after, differences }) => ({
    organization,
    workspace: after.slug,
    differences,
  }));
}

/**
 * Changes the workspaces of a definition to what it says, and creates those that do not exist.
 * @throws {AdministrationError} if one of them would lose something, a record breaks a new constraint, or none of them exists
 */
export function* updateWorkspaces(tables: OwnTables, definition: Definition): Script<readonly WorkspaceUpdate[]> {
  const { organization, workspaces } = definition;
  const existing = yield* findExisting(tables, definition);
  if (existing.length === 0) {
    const names = workspaces.map(({ slug }) => `${organization}/${slug}`).join(', ');
    throw new AdministrationError(
      `the database does not have ${names}: correct the names, or create them with "workspace create"`,
    );
  }
  const refused: string[] = [];
  for (const each of existing) refused.push(...(yield* refusals(tables, organization, each)));
  if (refused.length > 0)
    throw new AdministrationError(
      `nothing was changed, because an update only adds:\n${refused.map((line) => `  ${line}\n`).join('')}` +
        'For anything else, create another workspace with "workspace create", and copy the records through the API',
    );
  for (const each of existing) if (each.differences.length > 0) yield* apply(tables, each);
  yield* createMissingWorkspaces(tables, definition);
  return workspaces.map(({ slug }) => {
    const found = existing.find(({ after }) => after.slug === slug);
    const changes = (found?.differences ?? []).map(({ message }) => message);
    return { organization, workspace: slug, created: found === undefined, changes };
  });
}

function* findExisting(tables: OwnTables, { organization, workspaces }: Definition): Script<readonly Existing[]> {
  const rows =
    yield sql`SELECT id, organization, slug, mode, entities FROM ${tables.workspaces} WHERE organization = ${organization}`;
  return workspaces.flatMap((after) => {
    const row = rows.find(({ slug }) => slug === after.slug);
    if (row === undefined) return [];
    const before = { slug: after.slug, mode: modeOf(row), entities: toEntities(row) };
    return [{ id: String(row.id), before, after, differences: workspaceDifferences(before, after) }];
  });
}

function* refusals(tables: OwnTables, organization: string, existing: Existing): Script<string[]> {
  const { id, after, differences } = existing;
  const lines = differences.flatMap((difference) => {
    const advice = adviceFor(difference, after.entities);
    return advice === undefined ? [] : [`${difference.message}: ${advice}`];
  });
  lines.push(...(yield* brokenConstraints(yield* tables.findTables(id), existing)));
  return lines.map((line) => `${organization}/${after.slug}: ${line}`);
}

function* apply(tables: OwnTables, { id, before, after }: Existing): Script<void> {
  yield* tables.extend(id, before.entities, after.entities);
  yield sql`UPDATE ${tables.workspaces} SET mode = ${after.mode}, entities = ${JSON.stringify(after.entities)},
    revision = revision + 1 WHERE id = ${id}`;
}
