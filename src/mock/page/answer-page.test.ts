import { describe, expect, it } from '@jest/globals';

import { answerPage } from './answer-page.ts';
import { firstModule, firstModuleOfReference } from './browser-modules.ts';
import { paths } from './paths.ts';

async function textOf(path: string): Promise<string> {
  const answer = await answerPage(path);
  if (answer === undefined) throw new Error(`The page has no file ${path}`);
  return Buffer.from(answer.content).toString();
}

describe('the page', () => {
  it.each([
    [paths.page, 'text/html'],
    [paths.style, 'text/css'],
    [paths.board, 'application/json'],
    [paths.icon, 'image/svg+xml'],
    [paths.description, 'application/json'],
    [paths.reference, 'text/html'],
    [paths.referenceStyle, 'text/css'],
    [`${paths.modules}${firstModule}`, 'text/javascript'],
  ])('serves %s as %s', async (path, type) => {
    const answer = await answerPage(path);
    expect(answer).toMatchObject({ status: 200, headers: { 'Content-Type': `${type}; charset=utf-8` } });
    expect(answer?.headers['Content-Length']).toBe(String(Buffer.byteLength(answer?.content ?? '')));
  });

  it.each([
    '/index.html',
    '/api/v1',
    '/_page/',
    '/_page/reference-0000000000000000.js',
    `${paths.modules}package.json`,
    `${paths.modules}src/mock/start-mock.ts`,
    `${paths.modules}src/contract/../mock/start-mock.ts`,
    `${paths.modules}src/contract/template.test.ts`,
  ])('does not serve %s', async (path) => {
    expect(await answerPage(path)).toBeUndefined();
  });

  it.each([paths.page, paths.reference])(
    'has no inline code or style in %s, and loads nothing from other origins',
    async (path) => {
      const html = await textOf(path);
      expect(html).not.toMatch(/\son\w+=|\sstyle=|<style|<script(?![^>]* src=)|https?:/);
      expect((await answerPage(path))?.headers['Content-Security-Policy']).toContain("default-src 'none'");
    },
  );

  it('serves every file that its documents and modules load', async () => {
    const open: { path: string; from: string }[] = [paths.page, paths.reference].map((path) => ({ path, from: '/' }));
    const found = new Set<string>();
    for (const { path, from } of open) {
      const { pathname } = new URL(path, `http://mock.invalid${from}`);
      if (found.has(pathname)) continue;
      found.add(pathname);
      const asked = (await textOf(pathname)).matchAll(pathname.includes('reference-') ? /$^/g : ASKED_FOR);
      open.push(...[...asked].map(([, inMarkup, inCode]) => ({ path: inMarkup ?? inCode ?? '', from: pathname })));
    }
    expect([...found]).toEqual(
      expect.arrayContaining([paths.board, paths.description, `${paths.modules}${firstModuleOfReference}`]),
    );
  });

  it('lets browsers cache only the bundle of the reference indefinitely', async () => {
    const [bundle = ''] = /\/_page\/reference-[0-9a-f]{16}\.js/.exec(await textOf(paths.reference)) ?? [];
    expect((await answerPage(bundle))?.headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
    expect((await answerPage(paths.page))?.headers['Cache-Control']).toBe('no-cache');
  });
});

/** The files that markup loads, and those that a module imports or fetches. */
const ASKED_FOR = /(?:src|href|data-source)="(\/[^"]*)"|(?:from |fetch\(|url: )['`]([./][^'`$]*)['`$]/g;
