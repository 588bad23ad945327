import type { Board } from '../board.ts';
import { listenToArrowKeys } from './arrow-keys.ts';
import { bringIntoSight } from './bring-into-sight.ts';
import type { Answer } from './answer.ts';
import type { Choice } from './choice.ts';
import { findChoice, nameOf } from './choice.ts';
import { element } from './element.ts';
import { findElement } from './find-element.ts';
import { judgeAnswer } from './judge-answer.ts';
import { loadWhenNear } from './load-when-near.ts';
import { markCell } from './mark-cell.ts';
import type { Network } from './network.ts';
import { readNetwork } from './network.ts';
import { readBoard } from './read-board.ts';
import { replaceContent } from './replace-content.ts';
import { sendRequest } from './send-request.ts';
import { showExchange } from './show-exchange.ts';
import { showVerdict } from './show-verdict.ts';

const board: Board = await readBoard();
let latest: Choice | undefined;

findElement('base-url').textContent = board.baseUrl;
listenToArrowKeys(findElement('board'));
const place = findElement('place');
place.addEventListener('change', () => {
  if (place instanceof HTMLSelectElement) location.href = `/?of=${encodeURIComponent(place.value)}`;
});
addEventListener('click', ({ target }) => {
  const name = target instanceof HTMLElement ? target.dataset.choice : undefined;
  if (name !== undefined) choose(name);
});
addEventListener('hashchange', () => choose(location.hash.slice(1)));
choose(location.hash.slice(1));
loadWhenNear(document.querySelectorAll<HTMLIFrameElement>('iframe[data-source]'));

/** Sends the request of a choice. Ignores other fragments, such as the id of a section. */
function choose(name: string): void {
  const choice = findChoice(board, name);
  if (choice === undefined) return;
  latest = choice;
  history.replaceState(null, '', `#${nameOf(choice)}`);
  void send(choice);
}

function complaintsOf({ cell, way }: Choice, { fault }: Network, answer: Answer | undefined): readonly string[] {
  if (fault === 'html') return answer?.status === 502 ? [] : ['The response is not the page of a gateway.'];
  if (fault !== '') return answer === undefined ? [] : ['The response arrived whole.'];
  return answer === undefined ? ['No response. Is the mock still running?'] : judgeAnswer(cell, way, answer);
}

async function send(choice: Choice): Promise<void> {
  const { cell, way } = choice;
  const network = readNetwork();
  const answer = await sendRequest(board.baseUrl, way.request, network).catch(() => undefined);
  const isBroken = network.fault !== '';
  const complaints = complaintsOf(choice, network, answer);
  if (!isBroken) markCell(findElement('board'), cell, complaints.length === 0, latest?.cell === cell);
  // The user chose something else before the response arrived.
  if (latest !== choice) return;
  findElement('chosen').replaceChildren(element('span', {}, cell.place), ` ${cell.scenario}`);
  findElement('verdict').replaceChildren(...showVerdict(answer, complaints, isBroken));
  replaceContent(findElement('exchange'), showExchange(choice, board.baseUrl, answer));
  bringIntoSight(findElement('result'));
}
