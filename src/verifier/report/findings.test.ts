import { describe, expect, it } from '@jest/globals';

import { parseTarget, repeatIn } from '../../plan/index.ts';
import type { JudgedBreach } from '../../judge/index.ts';
import { judgedFailure } from '../../judge/testing/judged.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import { findingsOf } from './findings.ts';

const target = parseTarget({ baseUrl: 'http://127.0.0.1:1/api/v1' }, {});
const { planned, response } = judgedFailure('badRequest', '');

function judgedBy(sender: JudgedCase['sender'], ...fields: readonly string[]): JudgedCase {
  const breaches = fields.map((field): JudgedBreach => ({
    check: 'page',
    basis: 'api',
    message: `${field} is wrong`,
    field,
    expected: {},
  }));
  return { planned, exchange: { request: planned.request, response }, sender, breaches };
}

describe('findingsOf', () => {
  it('lists every sender that produced a finding, even if one of them produced more findings', () => {
    const judged = [judgedBy('http', 'meta.page', 'meta.size'), judgedBy('dredd', 'meta.size')];
    const findings = findingsOf(judged, repeatIn(target, {}));
    expect(findings.map(({ field, senders }) => [field, senders])).toEqual([
      ['meta.page', ['http']],
      ['meta.size', ['http', 'dredd']],
    ]);
  });

  it('repeats the headers of the run in the curl command, without secrets', () => {
    const headers = { 'x-tenant': "it's blue", 'x-token': 'open-sesame' };
    const repeat = repeatIn(target, { headers, secrets: { X_TOKEN_HEADER: 'open-sesame' } });
    const [finding] = findingsOf([judgedBy('http', 'meta.page')], repeat);
    expect(finding?.curl).toContain(`-H 'x-tenant: it'\\''s blue' -H 'x-token: '"$X_TOKEN_HEADER" `);
  });
});
