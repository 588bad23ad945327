import { posix } from 'node:path';

import { guidePath } from './guide-path.ts';
import { linkFrom } from './links.ts';
import { renderMarkdown } from './markdown.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';

/** A Markdown document and its path in the repository. */
export interface GuideSource {
  readonly file: string;
  readonly text: string;
}

/** The possible targets of a guide's links. */
export interface Surroundings {
  /** The files of all guides. */
  readonly guides: ReadonlySet<string>;
  /** Returns what exists at a path in the repository. */
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined;
}

/** A link from a guide to a part of the site. */
export interface GuideLink {
  /** The file and line, in the form `file:line`. */
  readonly place: string;
  readonly href: string;
  /** Its target on the site, or `undefined` if there is none. */
  readonly target: string | undefined;
}

/** A guide as a page, its links, and the files of the repository to copy for it. */
export interface Guide {
  readonly page: Page;
  readonly links: readonly GuideLink[];
  readonly files: readonly string[];
}

/** Renders a guide as a page. Links to other guides point to their pages, links to other files to copies of them. */
export function readGuide({ file, text }: GuideSource, surroundings: Surroundings): Guide {
  const path = guidePath(file);
  const links: GuideLink[] = [];
  const files: string[] = [];
  const { title, headings, body } = renderMarkdown(text, (href) => {
    if (/^[a-z][a-z+.-]*:|^\/\//i.test(href)) return href;
    const [address = '', fragment] = href.split('#');
    const source = address === '' ? file : posix.join(posix.dirname(file), decodeURI(address)).replace(/\/$/, '');
    const found = placeOf(source, surroundings);
    if (found === 'folder') return undefined;
    if (found === filePath(source)) files.push(source);
    const target = found === undefined || fragment === undefined ? found : `${found}#${fragment}`;
    links.push({ place: `${file}:${lineOf(text, href)}`, href, target });
    return target === undefined ? undefined : linkFrom(path, target);
  });
  if (title === undefined) throw new Error(`${file} has no title. Add a line "# …" at its top`);
  return {
    links,
    files,
    page: { path, title, description: firstSentence(text), section: 'guides', group: groupOf(file), headings, body },
  };
}

/** The path of the copy of a file in the repository. */
export function filePath(file: string): string {
  return `files/${file}`;
}

function placeOf(source: string, { guides, kindOf }: Surroundings): string | undefined {
  if (guides.has(source)) return guidePath(source);
  // The front page replaces the README on the site.
  if (source === 'README.md') return paths.front;
  const kind = source.startsWith('../') ? undefined : kindOf(source);
  return kind === 'file' ? filePath(source) : kind;
}

function lineOf(text: string, href: string): number {
  return text.slice(0, text.indexOf(`](${href}`)).split('\n').length;
}

function groupOf(file: string): string {
  if (file.startsWith('docs/decisions/')) return 'Decisions';
  return file.startsWith('docs/') ? 'Guides' : 'The project';
}

/** The first sentence below the title, without Markdown. */
function firstSentence(text: string): string {
  const paragraph = text.split(/\n{2,}/).find((each) => /^[\w*`[]/.test(each)) ?? '';
  const plain = paragraph.replaceAll('\n', ' ').replace(/[`*]|\]\([^)]*\)|\[/g, '');
  return /^.*?[.:](?=\s|$)/.exec(plain)?.[0] ?? plain;
}
