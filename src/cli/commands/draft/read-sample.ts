import type { EntitySample, SampledRecord } from '../../../workspace-draft/index.ts';
import type { SampledApi, SampledPage, Unreadable } from './sampled-api.ts';
import { PAGE_SIZE } from './sampled-api.ts';

/** The records of an entity, before its relations are known. */
export type UnrelatedSample = Omit<EntitySample, 'relations'>;

/**
 * Reads some records of an entity: all, or pages that are spread over all, because old records can differ from new ones.
 * @returns why they cannot be read, if the first page cannot
 */
export async function readSample(
  api: SampledApi,
  name: string,
  maximumPages: number,
): Promise<UnrelatedSample | Unreadable> {
  const first = await api.list(name, 0);
  if (!('records' in first)) return first;
  const records: SampledRecord[] = [...first.records];
  for (const page of pagesAfter(first, maximumPages)) {
    const next = await api.list(name, page);
    if (!('records' in next) || next.records.length === 0) break;
    records.push(...next.records);
  }
  return { name, records, total: first.totalElements };
}

function pagesAfter({ totalPages, records }: SampledPage, maximum: number): readonly number[] {
  if (totalPages === undefined) return records.length < PAGE_SIZE ? [] : range(maximum).slice(1);
  if (totalPages <= maximum) return range(totalPages).slice(1);
  return range(maximum)
    .slice(1)
    .map((index) => Math.round((index * (totalPages - 1)) / (maximum - 1)));
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
