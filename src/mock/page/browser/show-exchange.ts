import type { PlannedRequest } from '../../../plan/index.ts';
import type { Answer } from './answer.ts';
import type { Choice } from './choice.ts';
import { nameOf } from './choice.ts';
import { copyButton } from './copy-button.ts';
import { element } from './element.ts';
import { highlightJson } from './highlight-json.ts';
import { prose } from './prose.ts';

/** Returns the content of the panel below the verdict: a request, its response, and how to send the same request again. */
export function showExchange(choice: Choice, baseUrl: string, answer: Answer | undefined): readonly Node[] {
  const { cell, row, way } = choice;
  const curl = element('pre', { class: 'curl' }, way.curl);
  return [
    ways(choice),
    figure('Request', requestOf(baseUrl, way.request)),
    ...(answer === undefined ? [] : [figure('Response', responseOf(answer))]),
    figure('curl', curl, copyButton(curl, 'the curl command')),
    element(
      'dl',
      { class: 'again' },
      element('dt', {}, row.summary),
      element('dd', {}, ...prose(cell.description)),
      element('dt', {}, 'Triggers'),
      ...row.inRealLife.map((trigger) => element('dd', {}, ...prose(trigger))),
      ...(cell.prefer === undefined ? [] : byName(cell.prefer)),
    ),
  ];
}

/** Returns a button for each way to trigger the scenario. Its data attribute names the choice. */
function ways(choice: Choice): HTMLElement {
  const buttons = choice.cell.ways.map((way) =>
    element(
      'button',
      { type: 'button', 'data-choice': nameOf({ ...choice, way }), 'aria-pressed': String(way === choice.way) },
      way.name.replace(/^prefer-/, 'by name: ').replace(/^prefer$/, 'by name'),
    ),
  );
  return element('div', { class: 'ways', role: 'group', 'aria-label': 'Ways to trigger it' }, ...buttons);
}

function requestOf(baseUrl: string, { method, path, headers, body }: PlannedRequest): HTMLElement {
  const sent = Object.entries(headers).filter(([name]) => name !== 'accept-encoding');
  return message([element('b', {}, method), ` ${baseUrl}${path}`], sent, body ?? '', 'request');
}

/** Headers that are not worth showing: those of the connection, and those for CORS. */
const HIDDEN = /^(connection|content-length|date|keep-alive|transfer-encoding|vary|access-control-.*)$/;

function responseOf({ status, reason, headers, text }: Answer): HTMLElement {
  const shown = headers.filter(([name]) => !HIDDEN.test(name));
  return message([element('b', {}, String(status)), ` ${reason}`], shown, text, 'response');
}

function message(
  start: readonly (Node | string)[],
  headers: readonly (readonly [string, string])[],
  body: string,
  kind: string,
): HTMLElement {
  const lines = headers.flatMap(([name, value]) => [
    '\n',
    element('span', { class: 'header' }, `${name}:`),
    ` ${value}`,
  ]);
  const content = body === '' ? [] : ['\n\n', ...highlightJson(body)];
  return element('pre', { class: kind }, ...start, ...lines, ...content);
}

function byName(prefer: string): readonly HTMLElement[] {
  const header = element('code', {}, `Prefer: ${prefer}`);
  return [element('dt', {}, 'By name'), element('dd', {}, header, ' ', copyButton(header, 'the Prefer header'))];
}

function figure(title: string, content: HTMLElement, ...tools: readonly HTMLElement[]): HTMLElement {
  return element('figure', {}, element('figcaption', {}, title, ...tools), content);
}
