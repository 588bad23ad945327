import type { Administration } from '../../../server/index.ts';
import { AdministrationError, DataPlaceError, openAdministration } from '../../../server/index.ts';
import { dataPlace } from '../../arguments/data-place.ts';
import { Refusal, UsageError } from '../../arguments/usage-error.ts';

/** The part of a command line that names a database. */
interface Call {
  readonly options: { readonly data?: string | undefined };
  /** Returns how messages name the option. */
  readonly nameOf: (option: 'data') => string;
}

/**
 * Opens the database that `--data` or DATABASE_URL names, runs `work` on it, and closes it. With `create`, a missing SQLite file
 * is created.
 * @throws {UsageError} if no database is specified
 * @throws {Refusal} if the database cannot be used or refuses the work
 */
export async function administer<Result>(
  { options: { data }, nameOf }: Call,
  work: (administration: Administration) => Promise<Result>,
  { create = false } = {},
): Promise<Result> {
  const place = dataPlace(data, nameOf('data'));
  if (place === undefined)
    throw new UsageError('no database specified; pass --data FILE for SQLite, or set DATABASE_URL for PostgreSQL');
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
