import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import type { Report } from '../report/report.ts';
import { htmlReport } from './html.ts';
import { constraintsWith, findingWith, outcomeWith, reportWith } from './testing/report.ts';

const HOSTILE = `</pre><script>alert(1)</script><img src="http://evil.example/x" onerror='alert(2)'>\u202e\u0000&amp;`;

const everything: Report = reportWith({
  selection: { only: ['getRecord'], skip: ['head'] },
  seed: 42,
  senders: ['http', 'dredd'],
  outcomes: [
    outcomeWith({ outcome: 'failed', reason: 'wrong' }),
    outcomeWith({ outcome: 'failed', reason: 'dredd did not send it', sender: 'dredd' }),
    outcomeWith({ operationId: 'updateRecord', outcome: 'failed', reason: 'wrong', known: true }),
    outcomeWith({ operationId: 'deleteRecord', outcome: 'not-provoked', reason: 'no key' }),
  ],
  probes: [
    { probe: 'no-trace', outcome: 'failed', reason: 'wrong' },
    { probe: 'head', outcome: 'not-provoked', reason: 'the target stores nothing', declared: true },
    { probe: 'steadiness', outcome: 'passed' },
  ],
  constraints: constraintsWith(),
  findings: [
    findingWith({ variant: 'another' }),
    findingWith(),
    findingWith({ check: 'no-trace', contract: 'A refused write leaves no trace.', message: 'the record changed' }),
  ],
  notes: [findingWith({ basis: 'ours', check: 'request-id', message: 'there is no request id' })],
  known: [{ ...findingWith({ operationId: 'updateRecord' }), reason: 'ticket 12' }],
  stale: [{ fingerprint: 'leak:getRecord.internalError.fault', message: 'a stack', reason: 'ticket 7' }],
  leftovers: [{ collection: '/acme-corp/sales/Customer', record: '17', reason: 'returned 500' }],
});

/** Returns the mark of a cell: its link and its sign. */
function markIn(page: string, cell: string): string | undefined {
  return new RegExp(`<(?:a|span) class="mark [^>]*aria-label="${cell}[^>]*>.`).exec(page)?.[0];
}

describe('the page', () => {
  const page = htmlReport(everything);

  it('has a target for every link', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it('links a mark that failed to its first finding', () => {
    expect(markIn(page, 'getRecord recordNotFound by http: failed')).toMatch(/^<a .*href="#finding-2".*✗$/);
  });

  it('links the mark of a known failure to the known finding', () => {
    expect(markIn(page, 'updateRecord recordNotFound by http: known failure')).toMatch(/^<a .*href="#known-1".*~$/);
  });

  it.each(['getRecord recordNotFound by dredd: failed', 'deleteRecord recordNotFound by http: not provoked'])(
    'links a mark that no finding explains to the reasons: %s',
    (cell) => {
      expect(markIn(page, cell)).toMatch(/^<a .*href="#reasons"/);
    },
  );

  it('links a probe that failed to its first finding', () => {
    expect(page).toMatch(/<a href="#finding-3"><span[^>]*>✗<\/span> no-trace/);
    expect(page).toMatch(/<a href="#reasons"><span[^>]*>–<\/span> head/);
  });

  it.each([
    ['what was left out', 'everything except getRecord, head'],
    ['how to repeat it', 'repeat with --seed 42'],
    ['why a finding is known', 'ticket 12'],
    ['a known finding that no longer occurs', 'ticket 7'],
    ['a leftover record', '/acme-corp/sales/Customer/17'],
    ['a note', 'there is no request id'],
    ['why a case was not provoked', 'no key'],
    ['the line of the contract', 'getRecord, recordNotFound [seed]: 404 NOT_FOUND &quot;Record not found: 42&quot;'],
    ['the words that differ', '<mark>No record</mark>: 42'],
    ['the request', 'GET /acme-corp/sales/Customer/42\nauthorization: Bearer $READ_WRITE_KEY'],
    ['the response, pretty-printed', '404 Not Found\ncontent-type: application/json\n\n{\n  &quot;error&quot;: {\n'],
    ['the command that repeats it', 'curl -i -X GET -H &quot;authorization: Bearer $READ_WRITE_KEY&quot;'],
  ])('shows %s', (_what, text) => {
    expect(page).toContain(text);
  });

  it('allows its own script, by its hash, and nothing from elsewhere', () => {
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
    expect(page).toContain(`script-src &#39;sha256-${createHash('sha256').update(script).digest('base64')}&#39;`);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/);
  });
});

describe('a page about a hostile target', () => {
  const finding = findingWith({
    variant: HOSTILE,
    message: HOSTILE,
    contract: HOSTILE,
    request: { method: 'POST', path: `/${HOSTILE}`, headers: { [HOSTILE]: HOSTILE }, body: HOSTILE },
    response: {
      status: 404,
      headers: { [HOSTILE]: HOSTILE },
      body: JSON.stringify({ error: { code: 1, message: HOSTILE } }),
    },
    curl: `curl '${HOSTILE}'`,
  });
  const page = htmlReport(
    reportWith({
      target: { baseUrl: HOSTILE, organization: HOSTILE, workspace: null },
      selection: { only: [HOSTILE], skip: [HOSTILE] },
      outcomes: [outcomeWith({ outcome: 'not-provoked', reason: HOSTILE, variant: HOSTILE })],
      probes: [{ probe: 'head', outcome: 'failed', reason: HOSTILE }],
      findings: [finding],
      notes: [finding],
      known: [{ ...finding, reason: HOSTILE }],
      stale: [{ fingerprint: HOSTILE, message: HOSTILE, reason: HOSTILE }],
      leftovers: [{ collection: HOSTILE, record: HOSTILE, reason: HOSTILE }],
    }),
  );

  it('contains no markup from the target', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<\/pre><script|onerror='/);
    expect(page.split('&lt;script&gt;alert(1)').length).toBeGreaterThan(20);
  });

  it('shows invisible characters', () => {
    expect(page).not.toMatch(/[\u202e\u0000]/);
    expect(page).toContain('\\u202e\\u0000&amp;amp;');
  });

  it('stays small when responses are large', () => {
    const large = findingWith({
      message: 'x'.repeat(1_000_000),
      response: { status: 200, headers: {}, body: `["${'y'.repeat(1_000_000)}"]` },
    });
    expect(htmlReport(reportWith({ findings: [large] })).length).toBeLessThan(100_000);
  });
});

describe('a page about a run without findings', () => {
  it('has the verdict and the matrix, and no section without content', () => {
    const page = htmlReport(reportWith({ outcomes: [outcomeWith()] }));
    expect(page).toMatch(/<title>Passed: http:\/\/127.0.0.1:4000\/api\/v1\/acme-corp\/sales<\/title>/);
    expect([...page.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual(['Scenarios by operation']);
  });
});
