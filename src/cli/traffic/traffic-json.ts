import type { TrafficReport } from '../../traffic/index.ts';
import { trafficReportSchema } from '../../traffic/index.ts';

/** Returns a report as it is written to a file, with the address of its schema. */
export function trafficJson(report: TrafficReport): object {
  return { $schema: trafficReportSchema, ...report };
}
