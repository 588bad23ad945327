import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'known-basis';

describe(rule, () => {
  it.each(['seed', 'api', 'ours'])('accepts %s', async (basis) => {
    expect(await problemsOf(rule, sampleDocument(['x-basis: api', `x-basis: ${basis}`]))).toEqual([]);
  });

  it.each(['rumour', 'null', '[seed]'])('rejects %s', async (basis) => {
    expect(await problemsOf(rule, sampleDocument(['x-basis: api', `x-basis: ${basis}`]))).toEqual([
      '#/paths/~1books~1{title}/parameters/0/x-basis ' + '`x-basis` must be one of seed, api, ours. Omit it for seed.',
    ]);
  });
});
