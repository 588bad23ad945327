import type { Administration } from './store/administration.ts';
import { AdministrationSession } from './store/postgres/administration-session.ts';
import { defaultLimits } from './store/postgres/limits.ts';
import { ScriptedAdministration } from './store/sql/scripted-administration.ts';
import { administerSqlite } from './store/sqlite/sqlite-administration.ts';

/** Which database to administer: the `data` or `database` that the servers are started with. */
export type AdministrationOptions = ({ readonly data: string } | { readonly database: string }) & {
  /** Whether to create the SQLite file if it does not exist; false by default. */
  readonly create?: boolean;
  /** Returns the current time, for keys that expire. */
  readonly now?: () => Date;
};

/**
 * Opens a database for administration. Servers may be using it at the same time.
 * @throws {DataPlaceError} if the database cannot be used
 */
export async function openAdministration(options: AdministrationOptions): Promise<Administration> {
  const { create = false, now = () => new Date() } = options;
  if ('data' in options) return administerSqlite(options.data, create, now);
  return new ScriptedAdministration(await AdministrationSession.open(options.database, defaultLimits.connect), now);
}
