import { styleText } from 'node:util';

import { triggerTable } from '../mock/index.ts';
import type { Explanation } from '../prose/index.ts';
import { operationIds } from '../contract/index.ts';

const WIDTH = 100;

/** An explanation as it stands in a terminal. */
export function explanationText(explanation: Explanation, colour: boolean): string {
  const bold = (text: string): string => (colour ? styleText('bold', text, { validateStream: false }) : text);
  const { scenario, status, code, summary, description, template, example, retryable } = explanation;
  const facts: readonly (readonly [string, string])[] = [
    ['Answer', `${status} ${code}`],
    ['Message', template ?? `free text, ${JSON.stringify(example)} say`],
    ['Raised by', raisedBy(explanation)],
    ['Retry', retryable ? 'reads may be sent again after a while' : 'no: the same request fails again'],
    ['Basis', basisText[explanation.basis]],
    ['On the mock', onTheMock(explanation)],
  ];
  return [
    `${bold(scenario)}: ${summary}`,
    '',
    ...description.flatMap((paragraph) => [...wrapped(paragraph, WIDTH), '']),
    ...facts.flatMap(([name, fact]) => {
      const [first = '', ...others] = wrapped(fact, WIDTH - 13);
      return [`${name.padEnd(13)}${first}`, ...others.map((line) => `${' '.repeat(13)}${line}`)];
    }),
    '',
  ].join('\n');
}

const basisText = {
  seed: 'law: the founding page says so',
  api: 'law: the published API behaves so',
  ours: 'our own decision: another implementation may do otherwise',
};

function raisedBy({ places }: Explanation): string {
  if (places.includes('outsideOperations')) return 'no operation: the path is none';
  return places.length === operationIds.length ? 'every operation' : places.join(', ');
}

function onTheMock({ scenario, places }: Explanation): string {
  const ways = triggerTable.filter((row) => row.scenario === scenario && !row.send.startsWith('Prefer'));
  const told = ways.map(({ part, send, note }) => {
    const what = send.startsWith('any other') ? send.replace('any other', `any other ${part}`) : `${part} ${send}`;
    return note === undefined ? what : `${what} (${note})`;
  });
  const byName = places.includes('outsideOperations') ? [] : [`header Prefer: example=${scenario}`];
  return [...told, ...byName].join('; ').replaceAll('`', '');
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
