import { describe, expect, it } from '@jest/globals';

import type { Guide } from './guide.ts';
import { readGuide } from './guide.ts';

const kinds: Readonly<Record<string, 'file' | 'folder'>> = { 'openapi.yaml': 'file', examples: 'folder' };
const surroundings = {
  guides: new Set(['docs/a.md', 'docs/decisions/0001-x.md', 'CHANGELOG.md']),
  kindOf: (path: string) => kinds[path],
};

function guideOf(text: string, file = 'docs/a.md'): Guide {
  return readGuide({ file, text: `# A *title*\n\nFirst sentence. And another.\n\n${text}` }, surroundings);
}

describe('a guide', () => {
  it('has its title, its first sentence, its headings and its group', () => {
    const { page } = guideOf('## One `two`\n\n### Three\n\n## Four\n');
    expect(page).toMatchObject({
      path: 'guides/a.html',
      title: 'A title',
      description: 'First sentence.',
      group: 'Guides',
    });
    expect(page.headings).toEqual([
      { id: 'one-two', title: 'One two' },
      { id: 'four', title: 'Four' },
    ]);
    expect(page.body.text).toContain('<h3 id="three"><a href="#three">Three</a></h3>');
    expect(page.body.text).not.toContain('<h1');
  });

  it.each([
    ['another guide', 'docs/a.md', 'decisions/0001-x.md#context', 'decisions/0001-x.html#context'],
    ['a guide outside docs/', 'docs/decisions/0001-x.md', '../../CHANGELOG.md', '../changelog.html'],
    ['itself', 'docs/a.md', '#part', '#part'],
    ['the README', 'docs/a.md', '../README.md', '../index.html'],
    ['a file in the repository', 'docs/a.md', '../openapi.yaml', '../files/openapi.yaml'],
    ['another site', 'docs/a.md', 'https://example.com/a#b', 'https://example.com/a#b'],
  ])('keeps a link to %s', (_what, file, href, address) => {
    expect(guideOf(`[there](${href})`, file).page.body.text).toContain(`<a href="${address}">there</a>`);
  });

  it('copies the files it links to, and turns a link to a folder into text', () => {
    const { files, links, page } = guideOf('[there](../openapi.yaml) and [here](../examples/)');
    expect(files).toEqual(['openapi.yaml']);
    expect(links).toHaveLength(1);
    expect(page.body.text).toContain('and here');
  });

  it('records the file and line of a broken link', () => {
    const { links } = guideOf('Text.\n\n[gone](gone.md)\n');
    expect(links).toEqual([{ place: 'docs/a.md:7', href: 'gone.md', target: undefined }]);
  });

  it('makes wide tables and long lines scrollable by keyboard, and shows HTML as text', () => {
    const { text } = guideOf('| | b |\n|---|---|\n| 1 | `2` |\n\n```ts\nlet a;\n```\n\n<script>x</script>\n').page.body;
    expect(text).toContain('<div class="scroll" role="group" aria-label="Table: b" tabindex="0">');
    expect(text).toContain('<thead><tr><td></td><th scope="col">b</th></tr></thead>');
    expect(text).toContain('<pre tabindex="0"><code><span class="word">let</span> a;</code></pre>');
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt;');
  });

  it('throws an error for a guide without a title', () => {
    expect(() => readGuide({ file: 'docs/a.md', text: 'No title.' }, surroundings)).toThrow('docs/a.md has no title');
  });
});
