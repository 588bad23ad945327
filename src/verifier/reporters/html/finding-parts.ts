import type { Finding } from '../../report/report.ts';
import { differenceOf } from '../text/answer-difference.ts';
import { shortened } from '../text/visible.ts';
import type { Piece } from '../text/word-difference.ts';
import { wordDifference } from '../text/word-difference.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

const LONGEST_MESSAGE = 2000;

/** Returns the message of a finding. */
export function messageOf({ message }: Finding): Markup {
  return markup`<p class="message">${shortened(message, LONGEST_MESSAGE)}</p>`;
}

/** Returns the line of the contract that is violated. */
export function contractOf({ contract }: Finding): Markup {
  return markup`<p class="contract">${contract}</p>`;
}

/** Returns the expected response above the received one, with the differing words marked; empty if there is no difference. */
export function differenceMarkup(finding: Finding): Markup {
  const difference = differenceOf(finding);
  if (difference === undefined) return markup``;
  const [expected, received] = wordDifference(difference.expected, difference.received);
  return markup`<dl class="difference">
<div class="expected"><dt>expected</dt><dd>${expected.map(pieceMarkup)}</dd></div>
<div class="received"><dt>received</dt><dd>${received.map(pieceMarkup)}</dd></div>
</dl>`;
}

function pieceMarkup({ text, same }: Piece): Markup {
  return same ? markup`${text}` : markup`<mark>${text}</mark>`;
}
