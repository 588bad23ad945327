import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import type { Heading } from './page.ts';

/** A heading that links to itself, so that readers can copy its URL. */
export function headingMarkup({ id, title }: Heading, content: Markup = markup`${title}`, level = 2): Markup {
  const link = markup`<a href="#${id}">${content}</a>`;
  return level === 2 ? markup`<h2 id="${id}">${link}</h2>\n` : markup`<h3 id="${id}">${link}</h3>\n`;
}
