import type { Report } from '../report/report.ts';

/** The report as data: everything that the terminal shows, and each answer in full. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
