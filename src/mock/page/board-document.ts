import type { Markup } from '../../html/index.ts';
import { markup, trusted } from '../../html/index.ts';
import type { Board, BoardCell, BoardOperation, BoardRow } from './board.ts';
import { firstModule } from './browser-modules.ts';
import { networkControls } from './network-controls.ts';
import type { PagePlace } from './page-place.ts';
import { nameOf, PLACE } from './page-place.ts';
import { paths } from './paths.ts';
import { placeSelector } from './place-selector.ts';
import { entityTriggerList, triggerList } from './trigger-list.ts';

/** Returns the HTML of the mock's page: the scenario board, the list of triggers, and the API reference. */
export function boardDocument({ operations, rows }: Board, place: PagePlace): string {
  const { chosen } = place;
  const reference =
    place.isDemo || chosen === undefined ? paths.reference : `${paths.reference}?${PLACE}=${nameOf(chosen)}`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Workspace API mock</title>
<link rel="icon" href="${paths.icon}">
<link rel="stylesheet" href="${paths.style}">
<script type="module" src="${paths.modules}${firstModule}"></script>
</head>
<body>
<a class="skip" href="#reference">Skip to the API reference</a>
<header>
<h1>Workspace API <span>mock</span></h1>
<p class="address"><span class="quiet">Base URL</span> <code id="base-url"></code></p>
${placeSelector(place)}
<nav aria-label="On this page"><a href="#triggers">Triggers</a> <a href="#reference">API reference</a></nav>
</header>
<main>
<div class="desk">
<section class="board" aria-labelledby="board-title">
<h2 id="board-title">Every response of the contract</h2>
<p class="quiet">Click a status to send its request to this mock and see the response your client would get. <span class="keys">Use <kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> to move and <kbd>Enter</kbd> to send.</span></p>
${networkControls}
<div class="scroll">
<table id="board" role="grid" aria-labelledby="board-title">
<thead><tr><td></td>${operations.map(columnHead)}</tr></thead>
<tbody>
${rows.map((row) => markup`${tableRow(row, operations)}\n`)}</tbody>
</table>
</div>
</section>
<section class="result" id="result" aria-labelledby="chosen">
<div role="status" aria-atomic="true">
<h2 id="chosen">Request and response</h2>
<p id="verdict"></p>
</div>
<div id="exchange">
<ul class="rest">
<li>Choose an operation and a scenario. The mock stores nothing, so every request is safe to send.</li>
<li>Each response is checked against the contract: <span class="pill good">✓ as documented</span></li>
<li>You can copy every request as a <code>curl</code> command.</li>
<li>The URL of this page contains your choice, so you can share it.</li>
</ul>
<noscript><p>The board needs JavaScript.</p></noscript>
</div>
</section>
</div>
<section class="triggers" id="triggers" aria-labelledby="triggers-title">
<h2 id="triggers-title">Triggers</h2>
${place.isDemo ? triggerList : entityTriggerList(rows)}
</section>
<section class="reference" id="reference" aria-labelledby="reference-title">
<h2 id="reference-title">API reference</h2>
<p class="quiet">Try each operation on this mock. <a href="${reference}">Open the reference on its own page</a></p>
<iframe id="reference-frame" data-source="${reference}" title="API reference"></iframe>
</section>
</main>
</body>
</html>
`.text;
}

function columnHead({ operationId, method, path, summary }: BoardOperation): Markup {
  const short = operationId.replace(/Records?$/, '');
  return markup`<th scope="col" title="${summary}: ${method} ${path}"><span class="method">${method}</span> ${short}</th>`;
}

function tableRow(row: BoardRow, operations: readonly BoardOperation[]): Markup {
  const [first] = row.cells;
  const outside = first?.place === 'outsideOperations' ? first : undefined;
  const cells =
    outside === undefined
      ? operations.map(({ operationId }) => row.cells.find(({ place }) => place === operationId)).map(tableCell)
      : [
          markup`<td colspan="${operations.length}">${button(outside, ' for a path that belongs to no operation')}</td>`,
        ];
  const code = row.code === undefined ? '' : markup` <span class="code">${breakable(row.code)}</span>`;
  return markup`<tr><th scope="row" title="${row.summary}">${breakable(row.scenario)}${code}</th>${cells}</tr>`;
}

/** Adds line-break opportunities between the words of a name, for narrow screens. */
function breakable(name: string): readonly Markup[] {
  return name
    .split(/(?<=[a-z])(?=[A-Z])|(?<=_)/)
    .map((word, index) => markup`${index === 0 ? '' : trusted('<wbr>')}${word}`);
}

function tableCell(cell: BoardCell | undefined): Markup {
  return markup`<td>${cell === undefined ? '' : button(cell, '')}</td>`;
}

/** Every button starts with tabindex -1: the script makes only one cell reachable with the tab key. */
function button({ place, scenario, status }: BoardCell, words: string): Markup {
  const label = `${place} ${scenario}: ${status}`;
  return markup`<button type="button" data-choice="${place}.${scenario}" data-class="${String(status).charAt(0)}" aria-label="${label}" tabindex="-1">${status}${words}</button>`;
}
