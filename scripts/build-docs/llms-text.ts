import { contract } from '../../src/contract/index.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';

/** The group of guides that explain why, not how. */
const DECISIONS = 'Decisions';

/** The title of each section, by the section of its pages. */
const SECTIONS = [
  ['Guides', (page: Page) => page.section === 'guides' && page.group !== DECISIONS],
  ['Failures', (page: Page) => page.section === 'failures'],
  ['Operations', (page: Page) => page.section === 'operations'],
  // Language models leave out a section with this name if they need a shorter text.
  ['Optional', (page: Page) => page.section === 'guides' && page.group === DECISIONS],
] as const;

/** Returns the list of all pages for language models, in the format of llmstxt.org. Its links are relative to it. */
export function llmsText(pages: readonly Page[]): string {
  const { title, version } = contract.info;
  const sections = SECTIONS.map(([heading, isIn]) => [`## ${heading}`, '', ...pages.filter(isIn).map(lineOf), '']);
  return [
    `# ${title}`,
    '',
    `> ${inLine(pages.find(({ section }) => section === 'home')?.description ?? '')}`,
    '',
    `The contract has version ${version}. Every documented failure has a name, which all tools use.`,
    '',
    '## Contract',
    '',
    `- [OpenAPI document](${paths.contract}): every operation, response and schema`,
    `- [Catalogue of failures](${paths.catalogue}): status, code and message of each failure, as JSON`,
    `- [JSON Schema of errors](${paths.envelopeSchema}): the body of every failure`,
    '',
    ...sections.flat(),
  ].join('\n');
}

function lineOf({ path, title, description }: Page): string {
  return `- [${inLine(title).replaceAll(/[[\]]/g, '')}](${encodeURI(path)}): ${inLine(description)}`;
}

function inLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
