import type { Answer } from './answer.ts';
import { element } from './element.ts';

/** Says in one line, which is read aloud, whether the answer is the one that was to come, and how long it took. */
export function showVerdict(answer: Answer | undefined, complaints: readonly string[]): readonly Node[] {
  const good = complaints.length === 0;
  const words = good ? '✓ as documented' : '✗ not as documented';
  const verdict = element('span', { class: good ? 'pill good' : 'pill bad' }, words);
  return [verdict, ...(answer === undefined ? [] : [timeOf(answer)]), ...complaints.map(complaintOf)];
}

function timeOf({ status, milliseconds }: Answer): HTMLElement {
  return element('span', { class: 'quiet time' }, ` ${status} in ${Math.max(1, Math.round(milliseconds))} ms`);
}

function complaintOf(complaint: string): HTMLElement {
  return element('span', { class: 'complaint' }, ` ${complaint}`);
}
