import type { Report } from '../../report/report.ts';
import type { Alike } from '../alike.ts';
import { alsoOf, byCause } from '../causes.ts';
import type { Paint } from '../paint.ts';
import { shortened, visible, visibleLine } from '../text/visible.ts';

const LONGEST_EXCERPT = 400;
const LONGEST_LIST = 1000;

/** Describes each group of findings in one block: the first in full, the others by name. */
export function describeFindings({ findings }: Report, paint: Paint): readonly string[] {
  return byCause(findings).map((group, index) => describeGroup(group, `Finding ${index + 1}`, paint));
}

function describeGroup(group: Alike, title: string, paint: Paint): string {
  const [finding] = group;
  const { check, operationId, scenario, variant, senders, request, response } = finding;
  const type = response?.headers['content-type'];
  const received =
    response === undefined
      ? 'no response'
      : [response.status, ...(type === undefined ? [] : [type]), response.body].join(' ').trimEnd();
  const rows = {
    contract: excerpt(finding.contract),
    sent: `${request.method} ${visibleLine(request.path)} ${excerpt(request.body ?? '')}`.trimEnd(),
    received: excerpt(received),
    // Keeps line feeds: curl must send a body of several lines verbatim.
    repeat: visible(finding.curl),
    ...(group.length === 1 ? {} : { also: excerpt(alsoOf(group), LONGEST_LIST) }),
  };
  return [
    `${paint.bad(title)}  ${paint.bold(`${operationId} ${scenario}`)} (${visibleLine(variant)}; ${senders.join(', ')})`,
    `  ${paint.bold(check)}: ${excerpt(finding.message)}`,
    ...Object.entries(rows).map(([name, text]) => `  ${paint.dim(name.padEnd(8))}  ${text}`),
  ].join('\n');
}

/** A response may contain escape sequences, or lines that a CI server would run as commands. */
function excerpt(text: string, longest = LONGEST_EXCERPT): string {
  return visibleLine(shortened(text, longest));
}
