import { quotedFilters } from './hostile/filter-values.ts';
import type { Probe } from './probe.ts';

/** A quote in a filter value is data: the filter neither fails nor matches every record. */
export const filterLiteral: Probe = { level: 'strict', basis: 'api', run: quotedFilters };
