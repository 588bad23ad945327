import { describe, expect, it } from '@jest/globals';

import { highlight } from './highlight.ts';

const textOf = (html: string): string => html.replace(/<[^>]+>/g, '');

describe('highlighted code', () => {
  it.each([
    ['json', '{"a": "b", "c": -1}', ['name:&quot;a&quot;', 'text:&quot;b&quot;', 'name:&quot;c&quot;', 'word:-1']],
    ['ts', "const a = 'b'; // c", ['word:const', 'text:&#39;b&#39;', 'comment:// c']],
    ['sh', 'npm ci && npm run x # y', ['word:npm', 'word:npm', 'comment:# y']],
    ['yaml', "on:\n  - cron: '0 5'", ['name:on', 'name:cron', 'text:&#39;0 5&#39;']],
    ['http', 'HTTP/1.1 404 Not Found\na-b: c', ['word:404 Not Found', 'name:a-b']],
    ['cobol', 'MOVE 1 TO A', []],
  ])('of %s has its keywords, strings and comments marked', (language, code, marked) => {
    const html = highlight(code, language).text;
    expect([...html.matchAll(/<span class="(\w+)">(.*?)<\/span>/g)].map(([, kind, text]) => `${kind}:${text}`)).toEqual(
      marked,
    );
  });

  it('keeps all of the code and escapes its HTML', () => {
    const html = highlight('const a = `<b>${1}</b>`; /* " */ if (a < 2) {}', 'ts').text;
    expect(textOf(html)).toBe('const a = `&lt;b&gt;${1}&lt;/b&gt;`; /* &quot; */ if (a &lt; 2) {}');
  });
});
