import { readFileSync } from 'node:fs';

const SAMPLE = readFileSync(new URL('sample-document.yaml', import.meta.url), 'utf8');

/** A change to a document: a text that occurs just once, or the first one after a text that does, and what takes its place. */
export type Change = readonly [from: string, to: string] | readonly [after: string, from: string, to: string];

/** The sample document, which every rule accepts, with changes. */
export function sampleDocument(...changes: readonly Change[]): string {
  return changed(SAMPLE, ...changes);
}

/**
 * Changes a document.
 * @throws {Error} when there is no such text, or several: the test would not test what it says.
 */
export function changed(source: string, ...changes: readonly Change[]): string {
  return changes.reduce((text, change) => {
    if (change.length === 2) return replaceAt(text, onlyIndexOf(text, change[0]), ...change);
    const [after, from, to] = change;
    return replaceAt(text, text.indexOf(from, onlyIndexOf(text, after) + after.length), from, to);
  }, source);
}

function onlyIndexOf(text: string, part: string): number {
  const occurrences = text.split(part).length - 1;
  if (occurrences !== 1)
    throw new Error(`"${part}" occurs ${occurrences} times in the document; name it by more of its text`);
  return text.indexOf(part);
}

function replaceAt(text: string, index: number, from: string, to: string): string {
  if (index < 0) throw new Error(`"${from}" does not occur where it was looked for`);
  return text.slice(0, index) + to + text.slice(index + from.length);
}
