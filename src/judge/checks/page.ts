import { isObject } from '../../contract/index.ts';
import { valueText } from '../value-text.ts';
import type { Breach, Check } from './check.ts';

/** A page reports the page and size that were requested, correct totals, and contains as many records as these imply. */
export const page: Check = ({ planned, response, json }) => {
  const { page: expected, status } = planned.expected;
  if (expected === undefined || response.status !== status) return [];
  if (!isObject(json) || !isObject(json.meta) || !Array.isArray(json.data)) return [];
  const { meta, data } = json;
  const { totalElements } = meta;
  if (typeof totalElements !== 'number') return [];
  const breach = (field: string, message: string, expectedValue: number, value: unknown): Breach => ({
    basis: planned.basis,
    message,
    field,
    expected: { value: expectedValue },
    received: { value },
  });
  const pages = Math.ceil(totalElements / expected.size);
  const remaining = Math.max(0, totalElements - expected.page * expected.size);
  const length = expected.empty ? 0 : Math.min(expected.size, remaining);
  return [
    ...(meta.page === expected.page
      ? []
      : [breach('meta.page', `meta.page is ${valueText(meta.page)}, not ${expected.page}`, expected.page, meta.page)]),
    ...(meta.size === expected.size
      ? []
      : [breach('meta.size', `meta.size is ${valueText(meta.size)}, not ${expected.size}`, expected.size, meta.size)]),
    ...(meta.totalPages === pages
      ? []
      : [
          breach(
            'meta.totalPages',
            `meta.totalPages is ${valueText(meta.totalPages)}; ${totalElements} records fill ${pages} pages of ${expected.size}`,
            pages,
            meta.totalPages,
          ),
        ]),
    ...(data.length === length
      ? []
      : [breach('data', `data has ${data.length} records, not ${length}`, length, data.length)]),
  ];
};
