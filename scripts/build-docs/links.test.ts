import { describe, expect, it } from '@jest/globals';

import { linkFrom } from './links.ts';

describe('a link', () => {
  it.each([
    ['index.html', 'scenarios/a.html', 'scenarios/a.html'],
    ['scenarios/a.html', 'scenarios/b.html#x', 'b.html#x'],
    ['guides/decisions/1.html', 'index.html', '../../index.html'],
    ['guides/a.html', 'guides/a.html#part', '#part'],
    ['guides/a.html', 'guides/a.html', 'a.html'],
  ])('from %s to %s is %s, wherever the site is hosted', (page, target, link) => {
    expect(linkFrom(page, target)).toBe(link);
  });
});
