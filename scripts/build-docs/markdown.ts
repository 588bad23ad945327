import type { Tokens } from 'marked';
import { Marked } from 'marked';

import type { Markup } from '../../src/html/index.ts';
import { markup, trusted } from '../../src/html/index.ts';
import { codeBlock } from './code-block.ts';
import { headingMarkup } from './heading.ts';
import type { Heading } from './page.ts';
import { scrollable } from './scrollable.ts';
import { slugs } from './slug.ts';

/** A rendered Markdown document. */
export interface RenderedMarkdown {
  /** Its first heading, which the body omits. */
  readonly title: string | undefined;
  /** The headings of the second level. */
  readonly headings: readonly Heading[];
  /** The ids of all headings. */
  readonly ids: readonly string[];
  readonly body: Markup;
}

/**
 * Returns the URL of a link on the site, or `undefined` to replace the link with its text.
 */
export type ResolveLink = (href: string) => string | undefined;

/** Renders a document. HTML in it is escaped and shown as text. */
export function renderMarkdown(text: string, resolve: ResolveLink): RenderedMarkdown {
  const slug = slugs();
  const headings: Heading[] = [];
  const ids: string[] = [];
  let title: string | undefined;
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: source }) {
        const content = trusted(this.parser.parseInline(tokens));
        const heading = { id: slug(plain(source)), title: plain(source) };
        ids.push(heading.id);
        if (depth === 1 && title === undefined) {
          title = heading.title;
          return '';
        }
        if (depth === 2) headings.push(heading);
        return headingMarkup(heading, content, depth).text;
      },
      code({ text: code, lang }) {
        // A second word in the info string names the generated content of a fence; see scripts/generate/doc-fences.ts.
        const [language] = (lang ?? '').split(' ');
        return codeBlock(code, language === '' ? undefined : language).text;
      },
      table(token) {
        return scrollable(
          plain(labelOf(token)),
          trusted(tableMarkup(token, (cell) => this.parser.parseInline(cell.tokens))),
        ).text;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const address = resolve(href);
        return address === undefined ? words : markup`<a href="${address}">${trusted(words)}</a>`.text;
      },
      image({ href, text: alternative }) {
        const address = resolve(href);
        return address === undefined
          ? markup`${alternative}`.text
          : markup`<img src="${address}" alt="${alternative}">`.text;
      },
      html({ text: source }) {
        return markup`${source}`.text;
      },
    },
  });
  const body = trusted(marked.parse(text, { async: false }));
  return { title, headings, ids, body };
}

/** Renders text from the contract, which may contain paragraphs, emphasis and code. */
export function markdownMarkup(text: string): Markup {
  return renderMarkdown(text, (href) => href).body;
}

function tableMarkup({ header, rows }: Tokens.Table, inline: (cell: Tokens.TableCell) => string): string {
  const head = header.map((cell) =>
    // An empty corner cell is not a heading.
    cell.text === '' ? markup`<td></td>` : markup`<th scope="col">${trusted(inline(cell))}</th>`,
  );
  const body = rows.map(
    (cells) => markup`<tr>${cells.map((cell) => markup`<td>${trusted(inline(cell))}</td>`)}</tr>\n`,
  );
  return markup`<table><thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody></table>`.text;
}

function labelOf({ header }: Tokens.Table): string {
  const columns = header.map(({ text }) => text).filter((text) => text !== '');
  return `Table: ${columns.join(', ')}`;
}

/** The text of a heading without Markdown. */
function plain(text: string): string {
  return text.replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
