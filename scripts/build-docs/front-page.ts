import { contract } from '../../src/contract/index.ts';
import { explanationOf } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { codeBlock } from './code-block.ts';
import { guidePath } from './guide-path.ts';
import { linkFrom } from './links.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';

/** The front page: what the contract guarantees, who it is for, and where to go next, on one screen. */
export function frontPage(): Page {
  const link = (target: string): string => linkFrom(paths.front, target);
  return {
    path: paths.front,
    title: 'The error contract of the Workspace API',
    description:
      'Every failed request returns one JSON envelope from a closed table. See which errors exist, when they occur, and how to fix them.',
    section: 'home',
    headings: [],
    wide: true,
    body: markup`<div class="front">
<div>
<p class="lead">Every failed request returns one JSON envelope from a closed table of ${contract.pairs.length} pairs of status and code. Each way to fail has a name, a cause, a fix, and a request that triggers it.</p>
<form class="search" role="search" action="${link(paths.failures)}">
<label for="query">Got an error? Paste its message, its code, or the whole response</label>
<div class="row"><input type="search" id="query" name="q" autocomplete="off" spellcheck="false"><button>Find it</button></div>
</form>
</div>
${codeBlock(JSON.stringify(explanationOf('entityNotFound').body, null, 2), 'json')}
</div>
<section aria-labelledby="promises"><h2 id="promises">What it guarantees</h2>
<ul class="cards promises">
<li><h3>One shape</h3><p>Every failure has the same envelope: <code>code</code> for programs, <code>message</code> for people, <code>details</code> for invalid fields.</p></li>
<li><h3>A closed table</h3><p><a href="${link(`${paths.failures}#pairs`)}">${contract.pairs.length} pairs</a>, and no others. Each of the <a href="${link(paths.operations)}">${contract.operationIds.length} operations</a> lists the pairs it can return.</p></li>
<li><h3>A name for each failure</h3><p><a href="${link(`${paths.failures}#matrix`)}">${contract.scenarioNames.length} scenarios</a>, with the same names in the types, the mock, the tests and the reports.</p></li>
<li><h3>Proof</h3><p>A verifier provokes every scenario on a live server, using two HTTP senders, and checks the responses.</p></li>
</ul></section>
<section aria-labelledby="start"><h2 id="start">Where to start</h2>
<ul class="cards">
${ways.map(({ guide, who, what, command }) => markup`<li><h3><a href="${link(guidePath(guide))}">${who}</a></h3><p>${what}</p><p><code>${command}</code></p></li>\n`)}</ul></section>`,
  };
}

interface Way {
  readonly guide: string;
  readonly who: string;
  readonly what: Markup;
  readonly command: string;
}

const ways: readonly Way[] = [
  {
    guide: 'docs/mock.md',
    who: 'Front-end developers',
    what: markup`A mock that returns any failure for a given key, a given id or the click of a button.`,
    command: 'npx workspace-api-mock',
  },
  {
    guide: 'docs/client.md',
    who: 'Client developers',
    what: markup`A typed client whose errors narrow to those that each operation documents.`,
    command: 'npm install workspace-api-client',
  },
  {
    guide: 'docs/verify.md',
    who: 'Back-end teams',
    what: markup`A verifier that checks over HTTP whether a server follows the contract.`,
    command: 'npx workspace-api-contract verify --url URL',
  },
  {
    guide: 'docs/serve.md',
    who: 'Everyone',
    what: markup`A reference server that implements the contract, with an embedded database or PostgreSQL.`,
    command: 'npx workspace-api-server serve',
  },
];
