import { posix } from 'node:path';

import type { GuideLink } from './guide.ts';

/** Files of the site by their paths. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

/** What is wrong with the links of the guides: each with its file and line. */
export function deadGuideLinks(links: readonly GuideLink[], files: SiteFiles): readonly string[] {
  return links
    .filter(({ target }) => target === undefined || !exists(target, files))
    .map(({ place, href }) => `${place}: the link to ${href} leads nowhere`);
}

/** What is wrong with the links of the finished pages, whatever wrote them. */
export function deadLinks(files: SiteFiles): readonly string[] {
  return [...files].flatMap(([path, content]) => {
    if (!path.endsWith('.html') || typeof content !== 'string') return [];
    const addresses = [...content.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);
    return [...new Set(addresses)]
      .filter((address) => !/^[a-z]+:/.test(address))
      .filter((address) => !exists(resolved(path, address.replaceAll('&amp;', '&')), files))
      .map((address) => `${path}: the link to ${address} leads nowhere`);
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
