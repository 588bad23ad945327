import { describe, expect, it } from '@jest/globals';

import { markup, markupOf, trusted } from './markup.ts';

describe('markup', () => {
  it('escapes every text between its pieces, in content and in attributes', () => {
    expect(markup`<p title="${`"x"`}">${`<b> & 'c'`}</p>`.text).toBe(
      '<p title="&quot;x&quot;">&lt;b&gt; &amp; &#39;c&#39;</p>',
    );
  });

  it('takes markup, lists of it, numbers, and nothing', () => {
    const items = [1, 2].map((number) => markup`<li>${number}</li>`);
    expect(markup`<ul>${items}${undefined}</ul>${trusted('<hr>')}`.text).toBe('<ul><li>1</li><li>2</li></ul><hr>');
  });

  it('has its texts prepared first, so that what is prepared is escaped', () => {
    const shouting = markupOf((text) => `<${text}>`);
    expect(shouting`${'a'}${markup`<b>b</b>`}`.text).toBe('&lt;a&gt;<b>b</b>');
  });
});
