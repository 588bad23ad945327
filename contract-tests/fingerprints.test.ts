import { expect, it } from '@jest/globals';

import { parseTarget } from '../src/plan/index.ts';
import { sarifErrors } from '../src/sarif/testing/sarif-errors.ts';
import { sarifReport } from '../src/verifier/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { startBent } from './hostile-level/bent-server.ts';
import { startReference } from './hostile-level/verify-hostile.ts';
import { verify } from './verify.ts';

const ONLY = ['recordNotFound', 'createRecord.validationError', 'getRecord.success'];

it('the same finding has the same fingerprint in ten runs and on two ports', async () => {
  const reference = await startReference();
  let asked = 0;
  // Breaks the contract in four ways, with other words, numbers and headers each time.
  const bend = () =>
    startBent(reference.url, async (request, pass) => {
      const { status, headers, body } = await pass(request);
      asked += 1;
      if (status === 404)
        return { status, headers, body: body.replace(/"message":"[^"]*"/, `"message":"Gone ${asked}"`) };
      if (status === 422)
        return { status, headers, body: body.replace('"field":"name"', `"field":"name", "at":${asked}`) };
      if (status === 200) return { status: 203, headers, body };
      return { status, headers: { ...headers, 'x-asked': String(asked) }, body };
    });
  const servers = [await bend(), await bend()];
  try {
    const runs = [];
    for (let run = 0; run < 10; run += 1) {
      const target = parseTarget(demoTarget(servers[run % 2]?.url ?? '', { faults: true }), {});
      const selection = { only: ONLY, skip: [] };
      const report = await verify({ target, senders: ['http'], level: 'documented', selection });
      const sarif = sarifReport(report);
      expect(sarifErrors(sarif)).toEqual([]);
      const results: readonly { readonly partialFingerprints: unknown; readonly locations: unknown }[] =
        JSON.parse(sarif).runs[0].results;
      runs.push({
        json: report.findings.map(({ fingerprint }) => fingerprint),
        sarif: results.map(({ partialFingerprints, locations }) => ({ partialFingerprints, locations })),
      });
    }
    const [first, ...later] = runs;
    expect(first?.json).toEqual(
      expect.arrayContaining([
        'status:getRecord.success.existing',
        expect.stringMatching(/^message:deleteRecord\.recordNotFound\./),
      ]),
    );
    expect(later).toEqual(later.map(() => first));
  } finally {
    for (const server of [...servers, reference]) await server.close();
  }
});
