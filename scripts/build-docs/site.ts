import { readFile } from 'node:fs/promises';

import { contract } from '../../src/contract/index.ts';
import { icon } from '../../src/html/index.ts';
import { browserScript } from './browser-script.ts';
import type { SiteFiles } from './dead-links.ts';
import { deadGuideLinks, deadLinks } from './dead-links.ts';
import { recordExchanges } from './exchanges.ts';
import { failuresPage } from './failures-page.ts';
import { framed } from './frame.ts';
import { frontPage } from './front-page.ts';
import { filePath } from './guide.ts';
import { guidesPage } from './guides-page.ts';
import { llmsText } from './llms-text.ts';
import { operationPage, operationsPage } from './operation-page.ts';
import { orderedScenarios } from './ordered-scenarios.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';
import { readGuides } from './read-guides.ts';
import { referenceAssets } from './reference-assets.ts';
import { referencePage } from './reference-page.ts';
import { scenarioPage } from './scenario-page.ts';
import { siteStyle } from './site-style.ts';
import { successPage } from './success-page.ts';

/** The site cannot be built because its content has errors, such as broken links. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
}

/**
 * Builds all files of the site. The same repository always gives the same bytes.
 * @param root the folder of the repository, with a trailing slash
 * @throws {SiteError} with every broken link
 */
export async function makeSite(root: string): Promise<SiteFiles> {
  const [exchanges, guides] = await Promise.all([recordExchanges(), readGuides(root)]);
  const guidePages = guides.map(({ page }) => page);
  const pages: readonly Page[] = [
    frontPage(),
    failuresPage(),
    ...orderedScenarios.map((scenario) => scenarioPage(scenario, exchanges)),
    successPage(exchanges),
    operationsPage(),
    ...contract.operationIds.map((operationId) => operationPage(operationId, exchanges)),
    referencePage,
    guidesPage(guidePages),
    ...guidePages,
  ];
  const read = (file: string): Promise<Uint8Array> => readFile(`${root}${file}`);
  const copied = new Map([
    [paths.contract, 'generated/openapi.json'],
    [paths.catalogue, 'generated/catalogue.json'],
    [paths.envelopeSchema, 'generated/envelope.schema.json'],
    ...guides.flatMap(({ files }) => files.map((file): [string, string] => [filePath(file), file])),
  ]);
  const files = new Map<string, string | Uint8Array>([
    ...pages.map((page): [string, string] => [page.path, framed(page, pages)]),
    [paths.llms, llmsText(pages)],
    [paths.style, siteStyle],
    [paths.script, await browserScript()],
    [paths.icon, icon],
    ...(await referenceAssets()),
    ...(await Promise.all(
      [...copied].map(async ([path, file]): Promise<[string, Uint8Array]> => [path, await read(file)]),
    )),
  ]);
  const inGuides = deadGuideLinks(
    guides.flatMap(({ links }) => links),
    files,
  );
  const complaints = inGuides.length > 0 ? inGuides : deadLinks(files);
  if (complaints.length > 0) throw new SiteError(complaints.join('\n'));
  return files;
}
