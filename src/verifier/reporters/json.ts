import type { Report } from '../report/report.ts';

/** Returns the report as JSON: everything that the terminal shows, with every response in full. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
