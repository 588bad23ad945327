import { describe, expect, it } from '@jest/globals';

import type { Report } from '../report/report.ts';
import { githubSummary } from './github/summary.ts';
import { htmlReport } from './html.ts';
import { terminalReport } from './terminal.ts';
import { constraintsWith, findingWith, reportWith } from './testing/report.ts';

const tests = { entity: 'Ticket', column: 'title', constraint: 'MIN_LENGTH', rule: 'MIN_LENGTH 20' };
const report: Report = reportWith({
  constraints: constraintsWith(),
  findings: [findingWith(), findingWith({ tests })],
});

const reporters = {
  terminal: (each: Report) => terminalReport(each, { colour: false }),
  'step summary': githubSummary,
  page: htmlReport,
};

describe('the rules of a definition', () => {
  it('are lines of the terminal, a column each, with those that are not proven by reason', () => {
    const text = terminalReport(report, { colour: false });
    expect(text).toContain(
      'Constraints of the definition: 1 of 3 constraints proven\n  Ticket.title  ✓ MAX_LENGTH  ✗ MIN_LENGTH  – PATTERN\n',
    );
    expect(text).toContain(
      'Constraints that are not proven\n  no value was found that breaks it: Ticket.title PATTERN 20\n',
    );
    expect(text).toMatch(/^PASSED .* 1 of 3 constraints proven, /m);
  });

  it('are a folded table of the step summary', () => {
    const text = githubSummary(report);
    expect(text).toContain('<b>Constraints of the definition</b>: 1 of 3 constraints proven');
    expect(text).toContain('| Ticket&#46;title | ✓ MAX&#95;LENGTH, ❌ MIN&#95;LENGTH, – PATTERN |');
  });

  it('are a table of the page, where one that failed links to its finding', () => {
    const page = htmlReport(report);
    expect(page).toContain('<td>Ticket</td><th scope="row">title</th>');
    expect(page).toMatch(/<a href="#finding-2"><span class="mark failed"[^>]*>✗<\/span> MIN_LENGTH 20/);
    expect(page).toMatch(/<a href="#unproven"><span class="mark not-provoked"[^>]*>–<\/span> PATTERN 20/);
    expect(page).toContain('<h3 id="unproven">');
  });

  it.each(Object.entries(reporters))('are not mentioned in the %s of a run without a definition', (_name, write) => {
    expect(write(reportWith())).not.toContain('onstraints of the definition');
  });

  it.each(Object.entries(reporters))('cannot add markup or commands to the %s', (name, write) => {
    const hostile = '<script>x</script>\u001b[2J\n::error::x';
    const rule = { entity: hostile, column: hostile, constraint: hostile, rule: hostile };
    const rules = [{ ...rule, outcome: 'not-proven', reason: hostile } as const];
    const text = write(reportWith({ constraints: { declared: 1, proven: 0, rules } }));
    // To a terminal, this is text.
    if (name !== 'terminal') expect(text).not.toContain('<script>x');
    expect(text).not.toContain('\u001b[2J');
    expect(text).not.toMatch(/^::error/m);
  });
});
