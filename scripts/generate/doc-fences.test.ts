import { describe, expect, it } from '@jest/globals';

import { readContract } from './contract-document.ts';
import { docPages, fillFences } from './doc-fences.ts';
import { CONTRACT } from './generated-files.ts';

describe('the generated fences of the docs', () => {
  it('show the order of precedence of the document', async () => {
    const document = await readContract(CONTRACT);
    const [first, second, ...others] = document['x-precedence'];
    if (first === undefined || second === undefined) throw new Error('openapi.yaml has no order of precedence');
    const page = 'Before\n\n```text precedence\nout of date\n```\n\nAfter\n';
    const swapped = { ...document, 'x-precedence': [second, first, ...others] };
    expect(fillFences(page, swapped)).toMatch(
      new RegExp(
        `^Before\n\n\`\`\`text precedence\n 1[.]  ${second.scenario} +401  \\[api\\]\n 2[.]  ${first.scenario} `,
      ),
    );
    expect(fillFences(page, swapped)).toMatch(/```\n\nAfter\n$/);
  });

  it('do not change other fences', async () => {
    const page = '```text\nunchanged\n```\n\n```text other\nunchanged\n```\n';
    expect(fillFences(page, await readContract(CONTRACT))).toBe(page);
  });

  it('are in the guides to verifying and implementing', async () => {
    const pages = await docPages(await readContract(CONTRACT));
    for (const page of ['docs/verify.md', 'docs/implement.md'])
      expect(pages.get(page)).toContain('```text precedence\n');
    expect(pages.get('docs/implement.md')).toContain('```text limits\n');
  });
});
