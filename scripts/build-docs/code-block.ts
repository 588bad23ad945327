import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { highlight } from './highlight.ts';

/** A code block with a copy button, which needs scripts. Program output has no button. */
export function codeBlock(code: string, language?: string, caption?: string): Markup {
  const text = code.replace(/\n$/, '');
  const isInput = language !== undefined && language !== 'text' && language !== 'http';
  const button = isInput ? markup`<button type="button" class="copy" hidden>Copy</button>` : undefined;
  const head = caption === undefined ? undefined : markup`<figcaption>${caption}</figcaption>`;
  return markup`<figure class="code">${head}${button}<pre tabindex="0"><code>${highlight(text, language)}</code></pre></figure>\n`;
}
