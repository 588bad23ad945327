import { describe, expect, it } from '@jest/globals';

import { githubAnnotations } from './github/annotations.ts';
import { githubSummary } from './github/summary.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { terminalReport } from './terminal.ts';
import { outcomeWith, reportWith } from './testing/report.ts';

const reporters = {
  terminal: (report) => terminalReport(report, { colour: false }),
  html: htmlReport,
  junit: junitReport,
  githubSummary,
  githubAnnotations,
} satisfies Readonly<Record<string, typeof htmlReport>>;

const failed = { ...reportWith().summary, ok: false };
const unprovoked = outcomeWith({ outcome: 'not-provoked', reason: 'no key', known: true });

describe.each(Object.entries(reporters))('the report for %s', (_name, write) => {
  it('says why a run that judged nothing did not pass', () => {
    expect(write(reportWith({ summary: failed, outcomes: [unprovoked] }))).toContain('Nothing was judged');
  });

  it('says so of no other run', () => {
    expect(write(reportWith({ summary: failed, outcomes: [unprovoked, outcomeWith()] }))).not.toContain('was judged');
    expect(write(reportWith({ outcomes: [unprovoked] }))).not.toContain('was judged');
  });

  it('says why a run was stopped', () => {
    const stopped = { by: 'unavailable', reason: 'no response' } as const;
    const text = write(reportWith({ summary: failed, stopped, outcomes: [unprovoked] }));
    expect(text).toMatch(/run was stopped before it was complete[^]*no response/);
    expect(text).not.toContain('Nothing was judged');
  });
});
