import { markup } from '../../src/html/index.ts';
import { headingMarkup } from './heading.ts';
import { linkFrom } from './links.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';
import { slugs } from './slug.ts';

/** The list of all guides, each with its first sentence. */
export function guidesPage(guides: readonly Page[]): Page {
  const slug = slugs();
  const groups = [...Map.groupBy(guides, ({ group = '' }) => group)].map(([title, pages]) => ({
    id: slug(title),
    title,
    pages,
  }));
  return {
    path: paths.guides,
    title: 'Guides',
    description: 'How to verify, mock, call and serve the Workspace API, and the decisions behind it.',
    section: 'guides',
    headings: [],
    body: markup`${groups.map(
      (group) => markup`<section aria-labelledby="${group.id}">${headingMarkup(group)}
<ul class="index">
${group.pages.map(({ path, title, description }) => markup`<li><a href="${linkFrom(paths.guides, path)}">${title}</a><p>${description}</p></li>\n`)}</ul></section>\n`,
    )}`,
  };
}
