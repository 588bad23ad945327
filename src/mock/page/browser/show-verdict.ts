import type { Answer } from './answer.ts';
import { element } from './element.ts';

/** Returns a one-line verdict, which screen readers announce: whether the response is as documented, and how long it took. */
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
