import { contract } from '../../src/contract/index.ts';
import { explanationOf } from '../../src/explanation/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { codeBlock } from './code-block.ts';
import { guidePath } from './guide-path.ts';
import { linkFrom } from './links.ts';
import type { Page } from './page.ts';
import { paths } from './paths.ts';

/** The first page: on one screen what the contract promises, for whom, and where to go. */
export function frontPage(): Page {
  const link = (target: string): string => linkFrom(paths.front, target);
  return {
    path: paths.front,
    title: 'The error contract of the Workspace API',
    description:
      'Every failed request answers one JSON envelope from a closed table; this says which, when, why, and how to mend it.',
    section: 'home',
    headings: [],
    wide: true,
    body: markup`<div class="front">
<div>
<p class="lead">Every failed request answers one JSON envelope from a closed table of ${contract.pairs.length} pairs of status and code. Each way to fail has a name, a cause, a remedy, and a request that raises it.</p>
<form class="search" role="search" action="${link(paths.failures)}">
<label for="query">Met an error? Paste its message, its code, or the whole answer</label>
<div class="row"><input type="search" id="query" name="q" autocomplete="off" spellcheck="false"><button>Find it</button></div>
</form>
</div>
${codeBlock(JSON.stringify(explanationOf('entityNotFound').body, null, 2), 'json')}
</div>
<section aria-labelledby="promises"><h2 id="promises">What it promises</h2>
<ul class="cards promises">
<li><h3>One shape</h3><p>Whatever raised a failure, its body is the same envelope: <code>code</code> for machines, <code>message</code> for people, <code>details</code> for fields.</p></li>
<li><h3>A closed table</h3><p><a href="${link(`${paths.failures}#pairs`)}">${contract.pairs.length} pairs</a> and no other. Each of the <a href="${link(paths.operations)}">${contract.operationIds.length} operations</a> lists those that it can answer.</p></li>
<li><h3>A name for each failure</h3><p><a href="${link(`${paths.failures}#matrix`)}">${contract.scenarioNames.length} scenarios</a>, called the same in the types, the mock, the tests and the reports.</p></li>
<li><h3>Proof</h3><p>A verifier provokes every one of them on a live server, by two senders, and judges what comes.</p></li>
</ul></section>
<section aria-labelledby="whom"><h2 id="whom">For whom, and where to go</h2>
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
    what: markup`A mock on which every failure is a key, an id or a button away.`,
    command: 'npm run mock',
  },
  {
    guide: 'docs/client.md',
    who: 'Client developers',
    what: markup`A typed client whose errors narrow to what each operation documents.`,
    command: 'npm install workspace-api-client',
  },
  {
    guide: 'docs/verify.md',
    who: 'Back-end teams',
    what: markup`A verifier that proves over HTTP that a server keeps the contract.`,
    command: 'npm run verify -- --url URL',
  },
  {
    guide: 'docs/serve.md',
    who: 'Everybody',
    what: markup`A reference server that implements it, embedded or on PostgreSQL.`,
    command: 'npm run serve',
  },
];
