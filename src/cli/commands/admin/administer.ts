import type { Administration } from '../../../server/index.ts';
import { AdministrationError, DataPlaceError, openAdministration } from '../../../server/index.ts';
import { dataPlace } from '../../arguments/data-place.ts';
import { Refusal, UsageError } from '../../arguments/usage-error.ts';

/**
 * Opens the administration of the database that `--data` or DATABASE_URL names, and lets go of it after the work. `create` makes
 * an SQLite file where there is none.
 * @throws {UsageError} where no database is named
 * @throws {Refusal} where it can not be used, or the work can not be done
 */
export async function administer<Result>(
  data: string | undefined,
  work: (administration: Administration) => Promise<Result>,
  { create = false } = {},
): Promise<Result> {
  const place = dataPlace(data);
  if (place === undefined)
    throw new UsageError('say which database: --data FILE for SQLite, or the variable DATABASE_URL for PostgreSQL');
  try {
    const administration = await openAdministration({ ...place, create });
    try {
      return await work(administration);
    } finally {
      await administration.close();
    }
  } catch (error) {
    throw error instanceof AdministrationError || error instanceof DataPlaceError ? new Refusal(error.message) : error;
  }
}
