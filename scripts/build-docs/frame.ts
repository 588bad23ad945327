import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { breakable } from './breakable.ts';
import { linkFrom } from './links.ts';
import type { Page, SectionName } from './page.ts';
import { sections } from './page.ts';
import { paths } from './paths.ts';

/** The minimum number of headings for a list of contents. */
const FEWEST_CONTENTS = 3;

/** Renders a page in the frame of the site: head, contents, previous and next page, and the other pages of its section. */
export function framed(page: Page, all: readonly Page[]): string {
  const link = (target: string): string => linkFrom(page.path, target);
  const siblings = all.filter(({ section }) => section === page.section);
  const hasContents = page.wide !== true && page.headings.length >= FEWEST_CONTENTS;
  const hasSiblings = page.wide !== true && siblings.length > 1;
  const title = page.section === 'home' ? page.title : `${page.title} – Workspace API errors`;
  return `<!doctype html>
${
  markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="${link(paths.icon)}">
<link rel="stylesheet" href="${link(paths.style)}">
${[paths.script, ...(page.scripts ?? [])].map((script) => markup`<script defer src="${link(script)}"></script>\n`)}</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<nav class="top" aria-label="Site">
<a class="brand" href="${link(paths.front)}">Workspace API <span>errors</span></a>
<ul>
${sectionLinks(page, link)}</ul>
</nav>
<div class="layout${page.wide === true ? ' wide' : ''}">
${mainMarkup(
  page,
  markup`${hasContents ? contents(page) : undefined}<div class="text">
${page.body}</div>
${neighbours(page, siblings, link)}`,
)}${hasSiblings ? sideNavigation(page, siblings, link) : undefined}</div>
<footer><p>Generated from <a href="${link(paths.contract)}">openapi.json</a>. Also available as data: the <a href="${link(paths.catalogue)}">catalogue</a>, the <a href="${link(paths.envelopeSchema)}">JSON Schema of the envelope</a>.</p></footer>
</body>
</html>
`.text
}`;
}

/** The only `main` element of a page. If the page has its own, the content before it is a separate section. */
function mainMarkup({ title, main }: Page, content: Markup): Markup {
  const heading = markup`<h1 id="title">${title}</h1>\n`;
  if (main === undefined) return markup`<main id="content" tabindex="-1">\n${heading}${content}</main>\n`;
  return markup`<section id="content" aria-labelledby="title" tabindex="-1">\n${heading}${content}</section>\n${main}\n`;
}

type Link = (target: string) => string;

const targets: Readonly<Record<SectionName, string>> = {
  home: paths.front,
  failures: paths.failures,
  operations: paths.operations,
  reference: paths.reference,
  guides: paths.guides,
};

function sectionLinks({ section, path }: Page, link: Link): readonly Markup[] {
  return Object.entries(sections)
    .filter(([name]) => name !== 'home')
    .map(([name, title]) => {
      const target = targets[name as SectionName];
      const current =
        path === target ? markup` aria-current="page"` : name === section ? markup` aria-current="true"` : undefined;
      return markup`<li><a href="${link(target)}"${current}>${title}</a></li>\n`;
    });
}

function contents({ headings }: Page): Markup {
  return markup`<nav class="contents" aria-labelledby="contents-title"><p id="contents-title">On this page</p>
<ul>
${headings.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ul></nav>
`;
}

function neighbours(page: Page, siblings: readonly Page[], link: Link): Markup | undefined {
  const place = siblings.findIndex(({ path }) => path === page.path);
  const before = siblings[place - 1];
  const after = siblings[place + 1];
  if (before === undefined && after === undefined) return undefined;
  const neighbour = (found: Page | undefined, relation: string, word: string): Markup | undefined =>
    found && markup`<a rel="${relation}" href="${link(found.path)}"><span>${word}</span> ${found.title}</a>\n`;
  return markup`<nav class="neighbours" aria-label="Previous and next page">
${neighbour(before, 'prev', 'Previous')}${neighbour(after, 'next', 'Next')}</nav>
`;
}

function sideNavigation(page: Page, siblings: readonly Page[], link: Link): Markup {
  const groups = [...Map.groupBy(siblings, ({ group = '' }) => group)];
  const item = ({ path, title, shortTitle }: Page): Markup =>
    markup`<li><a href="${link(path)}"${path === page.path ? markup` aria-current="page"` : undefined}>${breakable(shortTitle ?? title)}</a></li>\n`;
  return markup`<nav class="side" aria-label="${sections[page.section]}">
${groups.map(([group, pages]) => markup`${group === '' ? undefined : markup`<p>${breakable(group)}</p>\n`}<ul>\n${pages.map(item)}</ul>\n`)}</nav>
`;
}
