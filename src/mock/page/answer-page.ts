import { icon } from '../../html/index.ts';
import type { ShownWorkspaces } from '../../mock-core/index.ts';
import { demoWorkspaces } from '../../mock-core/index.ts';
import { boardDocument } from './board-document.ts';
import { boardStyle } from './board-style.ts';
import { browserModule } from './browser-modules.ts';
import type { PagePlace } from './page-place.ts';
import { boardOf, descriptionOf, readPlace } from './page-place.ts';
import { paths } from './paths.ts';
import { readReferenceBundle } from './reference-bundle.ts';
import { referenceDocument } from './reference-document.ts';
import { referenceStyle } from './reference-style.ts';
import { boardPolicy, referencePolicy } from './security-policies.ts';

/** A file of the page, as a response. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | Uint8Array;
}

/**
 * Returns a file of the page by its path and query, or `undefined` if the page has no such file. `/` is the page itself; everything it loads is below
 * `/_page/`. The page works offline: its browser code, its style and the bundle of the API reference are all served here.
 * @throws {Error} if the bundle of the reference is not installed
 */
export async function answerPage(
  path: string,
  query = '',
  shown: ShownWorkspaces = demoWorkspaces,
): Promise<PageAnswer | undefined> {
  if (path.startsWith(paths.modules)) return module(path.slice(paths.modules.length));
  if (path.startsWith(paths.bundles)) return bundle(path);
  return files[path]?.(readPlace(query, shown));
}

/** The files by path. Each is created on request, to keep the start of the mock fast. */
const files: Readonly<Record<string, ((place: PagePlace) => PageAnswer | Promise<PageAnswer>) | undefined>> = {
  [paths.page]: (place) =>
    answer('text/html', boardDocument(boardOf(place), place), { 'Content-Security-Policy': boardPolicy }),
  [paths.style]: () => answer('text/css', boardStyle),
  [paths.board]: (place) => json(boardOf(place)),
  [paths.icon]: () => answer('image/svg+xml', icon),
  [paths.reference]: async () => {
    const { version } = await readReferenceBundle();
    return answer('text/html', referenceDocument(version), { 'Content-Security-Policy': referencePolicy });
  },
  [paths.referenceStyle]: () => answer('text/css', referenceStyle),
  [paths.description]: (place) => json(descriptionOf(place)),
};

function json(value: object): PageAnswer {
  return answer('application/json', JSON.stringify(value));
}

async function module(name: string): Promise<PageAnswer | undefined> {
  const code = await browserModule(name);
  return code === undefined ? undefined : answer('text/javascript', code);
}

/** The one large file. Its URL changes with its content, so browsers can cache it indefinitely without revalidation. */
async function bundle(path: string): Promise<PageAnswer | undefined> {
  const { version, code } = await readReferenceBundle();
  if (path !== `${paths.bundles}${version}.js`) return undefined;
  return answer('text/javascript', code, { 'Cache-Control': 'public, max-age=31536000, immutable' });
}

function answer(type: string, content: string | Uint8Array, headers: PageAnswer['headers'] = {}): PageAnswer {
  return {
    status: 200,
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Length': String(Buffer.byteLength(content)),
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...headers,
    },
    content,
  };
}
