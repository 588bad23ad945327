import { safeJson } from '../../plan/index.ts';
import type { Report } from '../report/report.ts';
import schema from '../report/report.schema.json' with { type: 'json' };

/**
 * Returns the report as JSON: everything that the terminal shows, with more of each response. `report.schema.json`, whose
 * address it contains, describes it.
 */
export function jsonReport(report: Report): string {
  return safeJson({ $schema: schema.$id, ...report });
}
