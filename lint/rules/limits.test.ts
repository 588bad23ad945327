import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { changed, sampleDocument } from '../testing/sample-document.ts';

const rule = 'limits';
const contract = readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8');

describe(rule, () => {
  it('accepts openapi.yaml and a document without batches', async () => {
    expect(await problemsOf(rule, contract)).toEqual([]);
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it.each([
    ['a larger batch', 'maxItems: &largestBatch 100', 'maxItems: &largestBatch 200', '199'],
    ['a different last index', 'maximum: 99', 'maximum: 100', '99'],
  ])('rejects %s if the last index is not the batch size minus one', async (_what, from, to, wanted) => {
    const problems = await problemsOf(rule, changed(contract, [from, to]));
    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(
          `^#/components/schemas/BulkItemFailure/properties/index/maximum This limit is \\d+ but must be ${wanted} to match`,
        ),
      ),
    ]);
  });

  it('rejects a page that holds fewer records than the largest page size', async () => {
    const problems = await problemsOf(rule, changed(contract, ['maxItems: *largestPage', 'maxItems: 50']));
    expect(problems).toEqual([
      '#/components/schemas/RecordPage/properties/data/maxItems This limit is 50 but must be 100 to match the limits it depends on.',
    ]);
  });

  it.each(['bodyBytes: 0', 'bodyBytes: 1.5', 'bodyBytes: many', 'other: 1'])('rejects %s', async (limit) => {
    expect(await problemsOf(rule, sampleDocument(['bodyBytes: 1024', limit]))).toEqual([
      '#/ x-limits.bodyBytes must be the maximum size of a body in bytes, as a positive integer.',
    ]);
  });
});
