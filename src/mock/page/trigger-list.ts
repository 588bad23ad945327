import type { TriggerPart, TriggerRow } from '../trigger-table.ts';
import { triggerTable } from '../trigger-table.ts';
import { escapeHtml } from './escape-html.ts';
import { sentText } from './in-real-life.ts';

/** What triggers what on the mock, as lists in HTML. */
export const triggerList = `<div class="lists">
${list('Keys', ['key'])}
${list('Workspaces and entities', ['workspace', 'entity'])}
${list('Records', ['id', 'value', 'body', 'path'])}
${list('Headers', ['header'])}
</div>`;

function list(title: string, parts: readonly TriggerPart[]): string {
  const items = triggerTable.filter(({ part }) => parts.includes(part)).map((row) => item(row, parts.length > 1));
  return `<div><h3>${title}</h3><dl>${items.join('')}</dl></div>`;
}

function item(row: TriggerRow, isMixed: boolean): string {
  const part = isMixed ? `<span class="quiet">${row.part}</span> ` : '';
  const meaning = [row.scenario, row.note].filter((each) => each !== undefined).join(', ');
  return `<div><dt>${part}${prose(sentText(row))}</dt><dd>${prose(meaning)}</dd></div>`;
}

/** Writes a text as HTML whose code stands in backticks. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}
