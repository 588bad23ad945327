import type { Markup } from '../../html/index.ts';
import { markup, trusted } from '../../html/index.ts';
import type { Board, BoardCell, BoardOperation, BoardRow } from './board.ts';
import { firstModule } from './browser-modules.ts';
import { paths } from './paths.ts';
import { triggerList } from './trigger-list.ts';

/** The page for people: the scenario board, what triggers which scenario, and the API reference. */
export function boardDocument({ operations, rows }: Board): string {
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
<nav aria-label="On this page"><a href="#triggers">Triggers</a> <a href="#reference">API reference</a></nav>
</header>
<main>
<div class="desk">
<section class="board" aria-labelledby="board-title">
<h2 id="board-title">Every answer that the contract knows</h2>
<p class="quiet">Press one: its request is sent to this mock, and you see what your client would. <span class="keys"><kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> move, <kbd>Enter</kbd> sends.</span></p>
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
<li>Choose an operation and what is to come of it. The mock stores nothing, so that whatever you send is safe.</li>
<li>Each answer is held against the contract: <span class="pill good">✓ as documented</span></li>
<li>Every request can be copied as a <code>curl</code> line.</li>
<li>The address of this page names what you chose; share it.</li>
</ul>
<noscript><p>The board needs JavaScript.</p></noscript>
</div>
</section>
</div>
<section class="triggers" id="triggers" aria-labelledby="triggers-title">
<h2 id="triggers-title">What triggers what</h2>
${triggerList}
</section>
<section class="reference" id="reference" aria-labelledby="reference-title">
<h2 id="reference-title">API reference</h2>
<p class="quiet">Each operation can be tried against this mock. <a href="${paths.reference}">Open it alone</a></p>
<iframe id="reference-frame" data-source="${paths.reference}" title="API reference"></iframe>
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
      : [markup`<td colspan="${operations.length}">${button(outside, ' outside of every operation')}</td>`];
  const code = row.code === undefined ? '' : markup` <span class="code">${breakable(row.code)}</span>`;
  return markup`<tr><th scope="row" title="${row.summary}">${breakable(row.scenario)}${code}</th>${cells}</tr>`;
}

/** Lets a narrow screen break a name between its words. */
function breakable(name: string): readonly Markup[] {
  return name
    .split(/(?<=[a-z])(?=[A-Z])|(?<=_)/)
    .map((word, index) => markup`${index === 0 ? '' : trusted('<wbr>')}${word}`);
}

function tableCell(cell: BoardCell | undefined): Markup {
  return markup`<td>${cell === undefined ? '' : button(cell, '')}</td>`;
}

/** One stop of the tab key leads into the board; the script moves it to the cell that was chosen last. */
function button({ place, scenario, status }: BoardCell, words: string): Markup {
  const label = `${place} ${scenario}: ${status}`;
  return markup`<button type="button" data-choice="${place}.${scenario}" aria-label="${label}" tabindex="-1">${status}${words}</button>`;
}
