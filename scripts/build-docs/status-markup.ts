import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';

/** A status in the colour of its class: success, client error or server error. */
export function statusMarkup(status: number): Markup {
  const kind = status < 400 ? 'good' : status < 500 ? 'open' : 'bad';
  return markup`<span class="status ${kind}">${status}</span>`;
}
