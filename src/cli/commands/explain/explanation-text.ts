import type { Explanation } from '../../../explanation/index.ts';
import { basisInWords, placesInWords, retryInWords } from '../../../explanation/index.ts';
import { triggerTable } from '../../../mock/triggers/index.ts';
import { bold } from '../../terminal/text.ts';

const WIDTH = 100;

/** Returns an explanation as text for a terminal. */
export function explanationText(explanation: Explanation, colour: boolean): string {
  const { scenario, status, code, summary, happened, remedy, template, example, retryable, places } = explanation;
  const facts: readonly (readonly [string, string])[] = [
    ['Response', `${status} ${code}`],
    ['Message', template ?? `free text, such as ${JSON.stringify(example)}`],
    ['Returned by', placesInWords(places)],
    ['Retry', retryInWords(retryable)],
    ['Basis', basisInWords[explanation.basis]],
    ['On the mock', onTheMock(explanation)],
  ];
  return [
    `${bold(scenario, colour)}: ${summary}`,
    '',
    ...[happened, ...remedy].flatMap((paragraph) => [...wrapped(paragraph, WIDTH), '']),
    ...facts.flatMap(([name, fact]) => {
      const [first = '', ...others] = wrapped(fact, WIDTH - 13);
      return [`${name.padEnd(13)}${first}`, ...others.map((line) => `${' '.repeat(13)}${line}`)];
    }),
    '',
  ].join('\n');
}

function onTheMock({ scenario, places }: Explanation): string {
  const ways = triggerTable.filter((row) => row.scenario === scenario && !row.send.startsWith('Prefer'));
  const byTrigger = ways.map(({ part, send, note }) => {
    const what = send.startsWith('any other') ? send.replace('any other', `an unknown ${part}`) : `${part} ${send}`;
    return note === undefined ? what : `${what} (${note})`;
  });
  const byName = places.includes('outsideOperations') ? [] : [`header Prefer: example=${scenario}`];
  return [...byTrigger, ...byName].join('; ').replaceAll('`', '');
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
