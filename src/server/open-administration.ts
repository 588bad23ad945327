import type { Administration } from './store/administration.ts';
import { AdministrationSession } from './store/postgres/administration-session.ts';
import { defaultLimits } from './store/postgres/database.ts';
import { ScriptedAdministration } from './store/sql/scripted-administration.ts';
import { administerSqlite } from './store/sqlite/sqlite-administration.ts';

/** Which database to administer: the same that servers are started with. */
export type AdministrationOptions = ({ readonly data: string } | { readonly database: string }) & {
  /** Whether to make the SQLite file where there is none; false by default. */
  readonly create?: boolean;
  /** What time it is, for keys that expire. */
  readonly now?: () => Date;
};

/**
 * Opens the administration of a database, which servers may be working on.
 * @throws {DataPlaceError} where the database can not be used
 */
export async function openAdministration(options: AdministrationOptions): Promise<Administration> {
  const { create = false, now = () => new Date() } = options;
  if ('data' in options) return administerSqlite(options.data, create, now);
  return new ScriptedAdministration(await AdministrationSession.open(options.database, defaultLimits.connect), now);
}
