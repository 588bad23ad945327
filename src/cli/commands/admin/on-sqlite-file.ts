import type { Watch } from '../../../server/index.ts';
import { DataPlaceError } from '../../../server/index.ts';
import { dataPlace } from '../../arguments/data-place.ts';
import { Refusal, UsageError } from '../../arguments/usage-error.ts';
import { progressLine } from '../../terminal/progress.ts';
import { onStopSignal } from '../../until-stopped.ts';

/** The part of a command line that names a database. */
interface Call {
  readonly options: { readonly data?: string | undefined };
  /** Returns how messages name the option. */
  readonly nameOf: (option: 'data') => string;
}

/**
 * Runs `work` on the SQLite file that `--data` names, and shows its progress. Ctrl-C stops it, and nothing is written.
 * @param program what does the same for PostgreSQL
 * @throws {UsageError} if no SQLite file is specified
 * @throws {Refusal} if the work is not possible, or was stopped
 */
export async function onSqliteFile<Result>(
  { options: { data: option }, nameOf }: Call,
  program: string,
  work: (data: string, watch: Watch) => Promise<Result>,
): Promise<{ readonly data: string; readonly result: Result }> {
  const place = dataPlace(option, nameOf('data'));
  if (place === undefined) throw new UsageError(`no SQLite file specified; pass ${nameOf('data')} FILE`);
  if (!('data' in place))
    throw new UsageError(
      `this command is for SQLite files; for the PostgreSQL database of DATABASE_URL, use ${program} (see docs/operate.md)`,
    );
  const line = progressLine();
  const show = (share: number): void => line.show(`${place.data}: ${Math.floor(share * 100)} % copied`);
  const stop = new AbortController();
  const stopListening = onStopSignal(() => stop.abort(new Refusal('stopped; nothing was written')));
  try {
    return { data: place.data, result: await work(place.data, { stop: stop.signal, progress: show }) };
  } catch (error) {
    throw error instanceof DataPlaceError ? new Refusal(error.message) : error;
  } finally {
    stopListening();
    line.clear();
  }
}
