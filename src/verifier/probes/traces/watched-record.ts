import type { Exchange } from '../../../judge/index.ts';
import { inWords, recordOf, statusOf } from '../answer.ts';
import { differences } from '../compare/differences.ts';

/** A record as it was read, and the columns that differ from one read to the next without any write. */
export interface Watched {
  readonly exchange: Exchange;
  readonly volatile: ReadonlySet<string>;
}

/** Reads a record twice, to find out which of its columns are the same in every response. */
export async function watch(read: () => Promise<Exchange>): Promise<Watched> {
  const [first, exchange] = [recordOf(await read()) ?? {}, await read()];
  const second = recordOf(exchange) ?? {};
  const volatile = Object.keys({ ...first, ...second }).filter((name) => differences([name], first, second) !== '');
  return { exchange, volatile: new Set(volatile) };
}

/**
 * Describes how a record changed, in any of its columns, since it was read before; `undefined` if it did not. A read that fails with
 * a server error shows nothing about the record.
 */
export function changeSince({ exchange: before, volatile }: Watched, now: Exchange): string | undefined {
  if ([before, now].some((exchange) => statusOf(exchange) === 0 || statusOf(exchange) >= 500)) return undefined;
  const [then, data] = [recordOf(before), recordOf(now)];
  if (then === undefined) return data === undefined ? undefined : 'the record, which was not there before, is there';
  if (data === undefined) return `the record is gone: reading it ${inWords(now)}`;
  const columns = Object.keys({ ...then, ...data }).filter((name) => !volatile.has(name));
  const changes = differences(columns, then, data);
  return changes === '' ? undefined : `the record changed: ${changes}`;
}
