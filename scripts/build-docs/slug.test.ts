import { describe, expect, it } from '@jest/globals';

import { slugs } from './slug.ts';

describe('the id of a heading', () => {
  it.each([
    ['1. Install', '1-install'],
    ['`--level` and `--only`', '--level-and---only'],
    ['What it is not, yet', 'what-it-is-not-yet'],
    ['Größe & Maß_1', 'größe--maß_1'],
  ])('of "%s" is %s, as on GitHub', (heading, id) => {
    expect(slugs()(heading)).toBe(id);
  });

  it('is unique on a page', () => {
    const slug = slugs();
    expect([slug('Start'), slug('Start'), slug('Start')]).toEqual(['start', 'start-1', 'start-2']);
  });
});
