import { posix } from 'node:path';

import type { GuideLink } from './guide.ts';

/** The files of the site by path. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

/** Returns a message for each broken link of the guides, with its file and line. */
export function deadGuideLinks(links: readonly GuideLink[], files: SiteFiles): readonly string[] {
  return links
    .filter(({ target }) => target === undefined || !exists(target, files))
    .map(({ place, href }) => `${place}: broken link to ${href}`);
}

/** Returns a message for each broken link of the rendered pages. */
export function deadLinks(files: SiteFiles): readonly string[] {
  return [...files].flatMap(([path, content]) => {
    if (!path.endsWith('.html') || typeof content !== 'string') return [];
    const addresses = [...content.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);
    return [...new Set(addresses)]
      .filter((address) => !/^[a-z]+:/.test(address))
      .filter((address) => !exists(resolved(path, address.replaceAll('&amp;', '&')), files))
      .map((address) => `${path}: broken link to ${address}`);
  });
}

function resolved(page: string, address: string): string {
  const [path = '', fragment] = address.split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
  return fragment === undefined ? target : `${target}#${fragment}`;
}

function exists(target: string, files: SiteFiles): boolean {
  const [path = '', fragment] = target.split('#');
  const content = files.get(path);
  if (content === undefined || fragment === undefined) return content !== undefined;
  return typeof content === 'string' && content.includes(` id="${fragment}"`);
}
