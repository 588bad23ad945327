import { describe, expect, it } from '@jest/globals';

import { markup } from '../../src/html/index.ts';
import { framed } from './frame.ts';
import type { Page } from './page.ts';

const headings = ['one', 'two', 'three'].map((id) => ({ id, title: id }));
const page = (name: string, more: Partial<Page> = {}): Page => ({
  path: `guides/${name}.html`,
  title: `Guide ${name}`,
  description: '',
  section: 'guides',
  headings: [],
  body: markup`<p>${name}</p>`,
  ...more,
});
const all = [page('a'), page('b', { headings }), page('c')];
const htmlOf = (index: number): string => framed(all[index] ?? page('none'), all);

describe('the frame of a page', () => {
  it('links to the previous and the next page', () => {
    expect(htmlOf(1)).toContain('<a rel="prev" href="a.html"><span>Previous</span> Guide a</a>');
    expect(htmlOf(1)).toContain('<a rel="next" href="c.html"><span>Next</span> Guide c</a>');
    expect(htmlOf(0)).not.toContain('rel="prev"');
    expect(htmlOf(2)).not.toContain('rel="next"');
  });

  it('lists the contents of a page with enough headings', () => {
    expect(htmlOf(1)).toContain('<li><a href="#two">two</a></li>');
    expect(htmlOf(0)).not.toContain('class="contents"');
  });

  it('marks the current page and section', () => {
    expect(htmlOf(1)).toContain('<a href="b.html" aria-current="page">Guide b</a>');
    expect(htmlOf(1)).toContain('<a href="index.html" aria-current="true">Guides</a>');
    expect(htmlOf(1).match(/aria-current/g)).toHaveLength(2);
  });

  it('has one main element, its own or the one of the page', () => {
    const own = framed(page('d', { main: markup`<main>own</main>` }), all);
    for (const html of [htmlOf(1), own]) expect(html.match(/<main/g)).toHaveLength(1);
  });
});
