import type { Answer } from './answer.ts';
import { element } from './element.ts';

/**
 * Returns a one-line verdict, which screen readers announce: whether the response is as documented, and how long it took.
 * @param isBroken whether the response was to be broken
 */
export function showVerdict(
  answer: Answer | undefined,
  complaints: readonly string[],
  isBroken: boolean,
): readonly Node[] {
  const good = complaints.length === 0;
  const expected = isBroken ? 'broken on purpose' : 'as documented';
  const words = good ? `✓ ${expected}` : `✗ not ${expected}`;
  const verdict = element('span', { class: good ? 'pill good' : 'pill bad' }, words);
  return [verdict, ...(answer === undefined ? [] : [timeOf(answer)]), ...complaints.map(complaintOf)];
}

function timeOf({ status, milliseconds }: Answer): HTMLElement {
  return element('span', { class: 'quiet time' }, ` ${status} in ${Math.max(1, Math.round(milliseconds))} ms`);
}

function complaintOf(complaint: string): HTMLElement {
  return element('span', { class: 'complaint' }, ` ${complaint}`);
}
