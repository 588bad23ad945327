import { markup } from '../../src/html/index.ts';
import { linkFrom } from './links.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';

/** The API reference: every schema of the contract, and a form that sends requests to the mock. */
export const referencePage: Page = {
  path: paths.reference,
  title: 'API reference',
  description: 'Every operation, parameter and schema of the Workspace API.',
  section: 'reference',
  headings: [],
  wide: true,
  scripts: [paths.referenceBundle, paths.referenceScript],
  body: markup`<p class="lead">Every schema of <a href="${linkFrom(paths.reference, paths.contract)}">the contract</a>. To try the operations, start the mock with <code>npm run mock</code>. The <a href="${linkFrom(paths.reference, paths.operations)}">operation pages</a> are shorter and work without scripts.</p>`,
  main: markup`<link rel="stylesheet" href="${linkFrom(paths.reference, paths.referenceStyle)}">
<div id="reference"></div>
<noscript><main><p>The API reference requires JavaScript.</p></main></noscript>`,
};
