import type { Markup } from '../../html/index.ts';
import { markup } from '../../html/index.ts';
import { triggers } from '../../mock-core/index.ts';

/** How long responses can be delayed on the page, in milliseconds. */
const DELAYS = [0, 300, 1000, 5000];

const faults = Object.entries(triggers.disturbanceHeader.values);

/** Buttons that delay or break the responses of all later requests of the page. Each group is one stop for the tab key. */
export const networkControls = markup`<div class="network">
${group('Network', 'fault', [['', 'works', 'responses arrive'], ...faults.map(([value, note]): Choice => [value, value, note])])}
${group(
  'Delay',
  'delay',
  DELAYS.map((delay): Choice => [
    String(delay),
    delay === 0 ? 'none' : `${delay / 1000} s`,
    `responses arrive ${delay} ms later`,
  ]),
)}
</div>`;

type Choice = readonly [value: string, label: string, title: string];

function group(title: string, name: string, choices: readonly Choice[]): Markup {
  const buttons = choices.map(([value, label, note], index) => {
    const input =
      index === 0
        ? markup`<input type="radio" name="${name}" value="${value}" autocomplete="off" checked>`
        : markup`<input type="radio" name="${name}" value="${value}" autocomplete="off">`;
    return markup`<label title="${note}">${input} ${label}</label>`;
  });
  return markup`<fieldset><legend class="quiet">${title}</legend>${buttons}</fieldset>`;
}
