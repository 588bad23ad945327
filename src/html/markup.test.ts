import { describe, expect, it } from '@jest/globals';

import { markup, markupOf, trusted } from './markup.ts';

describe('markup', () => {
  it('escapes every interpolated text, in content and in attributes', () => {
    expect(markup`<p title="${`"x"`}">${`<b> & 'c'`}</p>`.text).toBe(
      '<p title="&quot;x&quot;">&lt;b&gt; &amp; &#39;c&#39;</p>',
    );
  });

  it('accepts markup, lists of markup, numbers and undefined', () => {
    const items = [1, 2].map((number) => markup`<li>${number}</li>`);
    expect(markup`<ul>${items}${undefined}</ul>${trusted('<hr>')}`.text).toBe('<ul><li>1</li><li>2</li></ul><hr>');
  });

  it('prepares each string before escaping it', () => {
    const shouting = markupOf((text) => `<${text}>`);
    expect(shouting`${'a'}${markup`<b>b</b>`}`.text).toBe('&lt;a&gt;<b>b</b>');
  });
});
