import { isFoundByProbe } from '../../report/report.ts';
import type { Alike } from '../alike.ts';
import { othersOf } from '../alike.ts';
import type { Difference } from '../text/answer-difference.ts';
import { differenceOf } from '../text/answer-difference.ts';
import { requestText, responseText } from '../text/exchange-text.ts';
import { shortened, visibleLine } from '../text/visible.ts';
import { counted } from '../text/words.ts';
import { codeBlock, folded, markdownText } from './markdown.ts';

const LONGEST_BODY = 2000;
const LONGEST_MESSAGE = 500;

/** Returns a group of findings as one line, with the first finding folded below it in full. */
export function foldedFinding(group: Alike): string {
  const [first, ...others] = group;
  const { check, operationId, scenario, variant, senders, message, contract, request, response, curl } = first;
  const difference = differenceOf(first);
  const cases = others.length === 0 ? operationId : counted(group.length, 'case');
  const line = `<b>${check}</b> ${scenario}, ${cases}: ${markdownText(shortened(message, LONGEST_MESSAGE))}`;
  return folded(line, [
    markdownText(`${operationId} ${scenario} (${variant}; ${senders.join(', ')})`),
    ...(others.length === 0 ? [] : [`Also: ${markdownText(othersOf(group))}`]),
    // The difference already shows what a planned case expects, but not the rule of a probe.
    ...(difference === undefined || isFoundByProbe(first) ? [`Contract: ${markdownText(contract)}`] : []),
    ...(difference === undefined ? [] : [codeBlock(patchOf(difference), 'diff')]),
    codeBlock(requestText(request, LONGEST_BODY), 'http'),
    response === undefined ? 'No response.' : codeBlock(responseText(response, LONGEST_BODY), 'http'),
    codeBlock(shortened(curl, LONGEST_BODY), 'sh'),
  ]);
}

/** Returns the difference as a patch that turns the received response into the expected one. */
function patchOf({ expected, received }: Difference): string {
  return `- received  ${visibleLine(received)}\n+ expected  ${visibleLine(expected)}`;
}
