import type { Markup } from '../../html/index.ts';
import { markup } from '../../html/index.ts';
import type { TriggerPart, TriggerRow } from '../triggers/trigger-table.ts';
import { triggerTable } from '../triggers/trigger-table.ts';
import type { BoardRow } from './board.ts';
import { sentText } from './in-real-life.ts';

/** The triggers of the mock, as HTML lists. */
export const triggerList = markup`<div class="lists">
${list('Keys', ['key'])}
${list('Workspaces and entities', ['workspace', 'entity'])}
${list('Records', ['id', 'value', 'body', 'path'])}
${list('Headers', ['header'])}
</div>`;

/** Returns the triggers of one entity, as an HTML list by scenario. */
export function entityTriggerList(rows: readonly BoardRow[]): Markup {
  const items = rows.map(
    ({ scenario, inRealLife }) =>
      markup`<div><dt>${scenario}</dt>${inRealLife.map((text) => markup`<dd>${prose(text)}</dd>`)}</div>`,
  );
  return markup`<div class="lists"><dl>${items}</dl>${list('Headers', ['header'])}</div>`;
}

function list(title: string, parts: readonly TriggerPart[]): Markup {
  const items = triggerTable.filter(({ part }) => parts.includes(part)).map((row) => item(row, parts.length > 1));
  return markup`<div><h3>${title}</h3><dl>${items}</dl></div>`;
}

function item(row: TriggerRow, isMixed: boolean): Markup {
  const part = isMixed ? markup`<span class="quiet">${row.part}</span> ` : '';
  const meaning = [row.scenario, row.note].filter((each) => each !== undefined).join(', ');
  return markup`<div><dt>${part}${prose(sentText(row))}</dt><dd>${prose(meaning)}</dd></div>`;
}

/** Turns text with code in backticks into HTML. */
function prose(text: string): readonly Markup[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`));
}
