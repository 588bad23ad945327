import { describe, expect, it } from '@jest/globals';

import { deadGuideLinks, deadLinks } from './dead-links.ts';

const files = new Map([
  ['index.html', '<a href="a/b.html#part">b</a> <a href="https://example.com/x">x</a> <img src="a/c.svg">'],
  ['a/b.html', '<h2 id="part"><a href="#part">Part</a></h2> <a href="../index.html">up</a>'],
  ['a/c.svg', '<svg></svg>'],
]);

describe('deadLinks', () => {
  it('accepts links to existing files and anchors', () => {
    expect(deadLinks(files)).toEqual([]);
  });

  it.each([
    ['<a href="a/gone.html">', 'a/gone.html'],
    ['<a href="a/b.html#gone">', 'a/b.html#gone'],
    ['<a href="#gone">', '#gone'],
    ['<script src="gone.js">', 'gone.js'],
    ['<form action="a/">', 'a/'],
  ])('reports a broken link: %s', (html, address) => {
    expect(deadLinks(new Map([...files, ['index.html', html]]))).toEqual([`index.html: broken link to ${address}`]);
  });
});

describe('deadGuideLinks', () => {
  it('reports broken links with their file and line', () => {
    const link = (target: string | undefined) => ({ place: 'docs/a.md:7', href: 'x.md#y', target });
    expect(deadGuideLinks([link('a/b.html#part'), link('a/b.html')], files)).toEqual([]);
    for (const target of [undefined, 'a/x.html', 'a/b.html#y']) {
      expect(deadGuideLinks([link(target)], files)).toEqual(['docs/a.md:7: broken link to x.md#y']);
    }
  });
});
