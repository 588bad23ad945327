import type { Finding } from '../../report/report.ts';
import { requestText, responseText } from '../text/exchange-text.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

const LONGEST_BODY = 20_000;

/** Returns one case of a finding: its title, and folded below it the given details, the exchange, and how to repeat it. */
export function caseRow(
  { request, response, curl, senders }: Finding,
  {
    id,
    title,
    details,
  }: { readonly id: string | undefined; readonly title: Markup; readonly details: readonly Markup[] },
): Markup {
  const received =
    response === undefined
      ? markup`<p class="quiet">No response.</p>`
      : block('Received', responseText(response, LONGEST_BODY));
  return markup`<li id="${id}"><details><summary>${title} <span class="senders">${senders.join(', ')}</span></summary>
<div class="evidence">
${details}
<figure class="curl"><figcaption>Repeat <button type="button" hidden>Copy</button></figcaption><pre tabindex="0">${curl}</pre></figure>
<div class="exchange">${block('Sent', requestText(request, LONGEST_BODY))}${received}</div>
</div></details></li>\n`;
}

function block(title: string, text: string): Markup {
  return markup`<figure><figcaption>${title}</figcaption><pre tabindex="0">${text}</pre></figure>`;
}
