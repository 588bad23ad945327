import { readFileSync } from 'node:fs';

const SAMPLE = readFileSync(new URL('sample-document.yaml', import.meta.url), 'utf8');

/** A replacement in a document: of a string that occurs exactly once, or of its first occurrence after such a string. */
export type Change = readonly [from: string, to: string] | readonly [after: string, from: string, to: string];

/** The sample document with changes. Without changes, every rule accepts it. */
export function sampleDocument(...changes: readonly Change[]): string {
  return changed(SAMPLE, ...changes);
}

/**
 * Applies changes to a document.
 * @throws {Error} if the text to change is missing or ambiguous. Otherwise the test would pass without its change.
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
    throw new Error(
      `"${part}" occurs ${occurrences} times in the document and must occur once; quote more of its context`,
    );
  return text.indexOf(part);
}

function replaceAt(text: string, index: number, from: string, to: string): string {
  if (index < 0) throw new Error(`"${from}" does not occur after the given text`);
  return text.slice(0, index) + to + text.slice(index + from.length);
}
