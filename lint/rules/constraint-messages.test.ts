import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'constraint-messages';

describe(rule, () => {
  it('accepts a template and a basis for each constraint', async () => {
    expect(await problemsOf(rule, sampleDocument())).toEqual([]);
  });

  it('rejects a document without constraint messages', async () => {
    const document = sampleDocument(['x-constraint-messages:', 'x-other-messages:']);
    expect(await problemsOf(rule, document)).toEqual([
      '#/ `x-constraint-messages` is missing. Add it with a { basis, template } for each constraint.',
    ]);
  });

  it('rejects an unknown basis and a missing template', async () => {
    const document = sampleDocument(
      ["WORD: { basis: seed, template: 'must", "WORD: { basis: rumour, template: 'must"],
      ['PAGE: { basis: ours, template: must be a page }', 'PAGE: { basis: ours }'],
    );
    expect(await problemsOf(rule, document)).toEqual([
      '#/x-constraint-messages/WORD The message for WORD must have a basis (one of seed, api, ours) and a template.',
      '#/x-constraint-messages/PAGE The message for PAGE must have a basis (one of seed, api, ours) and a template.',
    ]);
  });
});
