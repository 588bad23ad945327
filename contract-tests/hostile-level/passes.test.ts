import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Report } from '../../src/verifier/index.ts';
import type { Answer } from './bent-server.ts';
import { withHeaders } from './bent-server.ts';
import type { Reference } from './verify-hostile.ts';
import {
  HOSTILE_PROBES,
  SEED,
  allRecords,
  inShort,
  startReference,
  verifyBent,
  verifyHostile,
} from './verify-hostile.ts';

let server: Reference;
beforeAll(async () => {
  server = await startReference();
});
afterAll(() => server.close());

describe('the reference server', () => {
  let before: unknown;
  let report: Report;

  beforeAll(async () => {
    before = await allRecords(server);
    report = await verifyHostile(server.url, { failOn: 'note' });
  });

  it('passes at the hostile level without findings or notes', () => {
    expect([...report.findings, ...report.notes].map(inShort)).toEqual([]);
    expect(report.summary.ok).toBe(true);
    expect(report.probes.filter(({ probe }) => HOSTILE_PROBES.includes(probe)).map(({ probe }) => probe)).toEqual(
      HOSTILE_PROBES,
    );
    expect(report.probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  it('has the same records before and after', async () => {
    expect(report.leftovers).toEqual([]);
    expect(await allRecords(server)).toEqual(before);
  });

  it('logs no unexpected errors', () => {
    expect(server.logged.map(String).filter((error) => !error.includes('requested by x-fault'))).toEqual([]);
  });

  it('reports the seed of the generated requests', () => {
    expect(report.seed).toBe(SEED);
  });
});

describe('a conforming implementation', () => {
  const selection = { only: HOSTILE_PROBES, skip: [] };

  it('that uses standard HTTP statuses, in plain text, gets notes but no findings', async () => {
    const own = (status: number, text: string): Answer => ({
      status,
      headers: { 'content-type': 'text/plain' },
      body: text,
    });
    const { findings, notes, summary } = await verifyBent(
      server,
      async (asked, pass) => {
        if (!['GET', 'HEAD', 'POST', 'PUT', 'DELETE'].includes(asked.method)) return own(405, 'Method Not Allowed');
        if (asked.body.length > 50_000) return own(413, 'Payload Too Large');
        const answer = await pass(asked);
        return answer.body.includes('Header Content-Type') ? own(415, 'Unsupported Media Type') : answer;
      },
      { selection },
    );
    expect(findings.map(inShort)).toEqual([]);
    expect(summary.ok).toBe(true);
    const noted = new Set(notes.map(({ message }) => /returned (\d+)/.exec(message)?.[1]));
    expect(['405', '413', '415'].filter((status) => !noted.has(status))).toEqual([]);
  });

  it('that ignores harmless input gets notes but no findings', async () => {
    const { findings, notes, summary } = await verifyBent(
      server,
      (asked, pass) => {
        const [path = '', query = ''] = asked.path.split('?');
        const parameters = new URLSearchParams(query);
        const kept = [...parameters].filter(
          ([name, value]) => ['page', 'size'].includes(name) && (value === '-1' || /^\d+$/.test(value)),
        );
        const understood = {
          ...asked,
          path: kept.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(kept))}`,
        };
        const isJson = asked.headers['content-type'] === undefined || asked.headers['content-type'] === 'text/plain';
        return pass(
          isJson && asked.body !== '' ? withHeaders(understood, { 'content-type': 'application/json' }) : understood,
        );
      },
      { selection },
    );
    expect(findings.map(inShort)).toEqual([]);
    expect(summary.ok).toBe(true);
    expect(notes.map(inShort)).toEqual(
      expect.arrayContaining([
        'hostile-parameters, an unknown sort field: returned 200, not 400',
        'hostile-bodies, no content type: returned 201, not 400',
      ]),
    );
  });
});
