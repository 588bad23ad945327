import type { Finding } from '../../report/report.ts';
import { differenceOf } from '../text/answer-difference.ts';
import { shortened } from '../text/visible.ts';
import type { Piece } from '../text/word-difference.ts';
import { wordDifference } from '../text/word-difference.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

const LONGEST_MESSAGE = 2000;

/** What is wrong, in a sentence. */
export function toldMessage({ message }: Finding): Markup {
  return markup`<p class="message">${shortened(message, LONGEST_MESSAGE)}</p>`;
}

/** The line of the contract that is broken. */
export function toldContract({ contract }: Finding): Markup {
  return markup`<p class="contract">${contract}</p>`;
}

/** What was expected above what came, with the words marked in which they differ; nothing where the finding is about something else. */
export function toldDifference(finding: Finding): Markup {
  const difference = differenceOf(finding);
  if (difference === undefined) return markup``;
  const [expected, received] = wordDifference(difference.expected, difference.received);
  return markup`<dl class="difference">
<div class="expected"><dt>expected</dt><dd>${expected.map(toldPiece)}</dd></div>
<div class="received"><dt>received</dt><dd>${received.map(toldPiece)}</dd></div>
</dl>`;
}

function toldPiece({ text, same }: Piece): Markup {
  return same ? markup`${text}` : markup`<mark>${text}</mark>`;
}
