import { contract, isObject } from '../../contract/index.ts';
import type { Collection, PlannedRequest } from '../../plan/index.ts';
import { findRequest, listRequest } from '../../plan/index.ts';
import { parseBody, sameText } from '../../judge/index.ts';
import type { Exchange } from '../../judge/index.ts';
import type { ShownRecord } from './shown-records.ts';
import { shownRecords } from './shown-records.ts';

const PAGE_SIZE = contract.limits.size.maximum;
const MOST_PAGES = 5;

/** How many values one request asks for. Their text fits into the request line that common servers accept. */
const MOST_VALUES = 40;

/** Which records to find: those of an entity that have one of the given values in a column. */
export interface Wanted {
  readonly collection: Collection;
  readonly column: string;
  readonly values: readonly string[];
  /** A value that a record is known to have. A list that does not show it is not trusted to show the others. */
  readonly control?: string;
}

/** A record found in a list. */
export interface FoundRecord extends ShownRecord {
  /** Which of the requested values it has. The record itself may have it in different case. */
  readonly value: string;
}

/** What the lists of a target show. */
export interface Found {
  readonly records: readonly FoundRecord[];
  /** Whether the target answered with lists. */
  readonly answered: boolean;
  /** Whether a record that is not among them does not exist: the lists showed the control, or every record. */
  readonly isComplete: boolean;
}

/** Finds records like `lookUp`, without its judgement of the lists. */
export async function findRecords(
  send: (request: PlannedRequest) => Promise<Exchange>,
  wanted: Wanted,
): Promise<readonly FoundRecord[]> {
  const { records } = await lookUp(send, wanted);
  return records;
}

/**
 * Finds records by their values. Uses filters if the target supports them, and otherwise searches the first page and the last
 * pages, where new records are.
 */
export async function lookUp(
  send: (request: PlannedRequest) => Promise<Exchange>,
  { collection, column, values, control }: Wanted,
): Promise<Found> {
  const wanted = [...new Set(values)];
  const found = new Map<string, FoundRecord>();
  const list = async (request: PlannedRequest): Promise<Page | undefined> => pageIn(await send(request));
  const collect = ({ records }: Page): readonly FoundRecord[] => {
    const matching = withValue(records, column, [...wanted, ...(control === undefined ? [] : [control])]);
    for (const record of matching) if (wanted.includes(record.value)) found.set(String(record.id), record);
    return matching;
  };
  const result = (answered: boolean, isComplete: boolean): Found => ({
    records: [...found.values()],
    answered,
    isComplete,
  });

  if (control !== undefined && (await allShowControl())) return result(true, true);
  let showsControl = false;
  let answered = true;
  for (const value of [...(control === undefined ? [] : [control]), ...wanted]) {
    const page = await list(findRequest(collection, column, value));
    answered = page !== undefined;
    if (page === undefined) break;
    showsControl ||= collect(page).some((record) => record.value === control);
  }
  if (answered && (showsControl || found.size >= wanted.length)) return result(true, true);
  const pages = await searchPages();
  return result(pages.answered, pages.isComplete);

  /** Asks for many values at once. Returns whether every response shows the control. */
  async function allShowControl(): Promise<boolean> {
    if (wanted.length < 2 || ![...wanted, control ?? ''].every(fitsIn)) return false;
    for (let at = 0; at < wanted.length; at += MOST_VALUES) {
      const some = [control ?? '', ...wanted.slice(at, at + MOST_VALUES)];
      const page = await list(findAny(collection, column, some));
      if (page === undefined || !collect(page).some(({ value }) => value === control)) return false;
    }
    return true;
  }

  async function searchPages(): Promise<Omit<Found, 'records'>> {
    const listPage = (query: Readonly<Record<string, string>>): ReturnType<typeof list> =>
      list(listRequest(collection, { size: String(PAGE_SIZE), ...query }));
    const first = await listPage({});
    if (first === undefined) return { answered: false, isComplete: false };
    collect(first);
    let seen = first.records.length;
    for (let page = first.totalPages - 1; page >= Math.max(1, first.totalPages - MOST_PAGES); page -= 1) {
      const next = await listPage({ page: String(page) });
      if (next === undefined) continue;
      collect(next);
      seen += next.records.length;
    }
    if (first.totalElements === undefined || seen < first.totalElements) return { answered: true, isComplete: false };
    // A server may count only the records of the page as all records.
    const beyond = await listPage({ page: String(Math.max(1, first.totalPages)) });
    if (beyond !== undefined) collect(beyond);
    return { answered: true, isComplete: beyond?.records.length === 0 };
  }
}

/** Finds the records with one of some values, with the filter `in`. What it does not find may exist. */
export async function findTogether(
  send: (request: PlannedRequest) => Promise<Exchange>,
  { collection, column, values }: Omit<Wanted, 'control'>,
): Promise<readonly FoundRecord[]> {
  const wanted = [...new Set(values)].filter(fitsIn);
  const found: FoundRecord[] = [];
  for (let at = 0; at < wanted.length; at += MOST_VALUES) {
    const some = wanted.slice(at, at + MOST_VALUES);
    const page = pageIn(await send(findAny(collection, column, some)));
    if (page === undefined) break;
    found.push(...withValue(page.records, column, some));
  }
  return found;
}

function findAny(collection: Collection, column: string, values: readonly string[]): PlannedRequest {
  return listRequest(collection, { [`filter[${column}.in]`]: values.join(','), size: String(PAGE_SIZE) });
}

/** Whether a value can be one of several in a filter. */
function fitsIn(value: string): boolean {
  return !/[,\\]/.test(value);
}

function withValue(records: readonly ShownRecord[], column: string, values: readonly string[]): readonly FoundRecord[] {
  return records.flatMap(({ id, data }): readonly FoundRecord[] => {
    const value = values.find((one) => sameText(one, String(data[column])));
    return value === undefined ? [] : [{ id, data, value }];
  });
}

/** A list of records, in whatever shape a target returns it. */
interface Page {
  readonly records: readonly ShownRecord[];
  readonly totalPages: number;
  readonly totalElements: number | undefined;
}

function pageIn(exchange: Exchange): Page | undefined {
  if (!('response' in exchange) || exchange.response.status !== contract.operations.listRecords.success)
    return undefined;
  const { body } = exchange.response;
  const json = parseBody(body.replace(/^\uFEFF/, ''));
  if (!isObject(json) && !Array.isArray(json)) return undefined;
  const meta = isObject(json) && isObject(json.meta) ? json.meta : {};
  return {
    records: shownRecords(body),
    // Beyond the safe integers, a loop over page numbers would not end.
    totalPages: Number.isSafeInteger(meta.totalPages) ? Number(meta.totalPages) : 0,
    totalElements: typeof meta.totalElements === 'number' ? meta.totalElements : undefined,
  };
}
