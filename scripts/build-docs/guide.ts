import { posix } from 'node:path';

import { guidePath } from './guide-path.ts';
import { linkFrom } from './links.ts';
import { renderMarkdown } from './markdown.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';

/** A document in Markdown, by its place in the repository. */
export interface GuideSource {
  readonly file: string;
  readonly text: string;
}

/** What a guide may link to. */
export interface Surroundings {
  /** Every guide, by its file. */
  readonly guides: ReadonlySet<string>;
  /** What lies at a path in the repository. */
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined;
}

/** A link of a guide to another place of the site. */
export interface GuideLink {
  /** The file and the line, as compilers write them. */
  readonly place: string;
  readonly href: string;
  /** Where it leads on the site; `undefined` where it leads nowhere. */
  readonly target: string | undefined;
}

/** A guide as a page, with its links, and the files of the repository that it needs beside it. */
export interface Guide {
  readonly page: Page;
  readonly links: readonly GuideLink[];
  readonly files: readonly string[];
}

/** Makes a page of a guide. Its links keep their meaning: another guide is its page, another file of the repository a copy. */
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
  if (title === undefined) throw new Error(`${file} has no title: begin it with a line "# …"`);
  return {
    links,
    files,
    page: { path, title, description: firstSentence(text), section: 'guides', group: groupOf(file), headings, body },
  };
}

/** Where the copy of a file of the repository stands. */
export function filePath(file: string): string {
  return `files/${file}`;
}

function placeOf(source: string, { guides, kindOf }: Surroundings): string | undefined {
  if (guides.has(source)) return guidePath(source);
  // The front page says what the README says, and is made for this place.
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

/** What the text begins with, below its title and without its marks. */
function firstSentence(text: string): string {
  const paragraph = text.split(/\n{2,}/).find((each) => /^[\w*`[]/.test(each)) ?? '';
  const plain = paragraph.replaceAll('\n', ' ').replace(/[`*]|\]\([^)]*\)|\[/g, '');
  return /^.*?[.:](?=\s|$)/.exec(plain)?.[0] ?? plain;
}
