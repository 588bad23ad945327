import { sample, stringMatching } from 'fast-check';

import { useSamples } from '../workspace/portable/index.ts';

/** A class such as `[^\d\D]`, which matches nothing: the generator would search forever. */
const EMPTY_CLASS = /\[\^[^\]]*(?:\\d[^\]]*\\D|\\D[^\]]*\\d|\\s[^\]]*\\S|\\S[^\]]*\\s|\\w[^\]]*\\W|\\W[^\]]*\\w)/;

const remembered = new Map<string, readonly string[]>();

/**
 * Returns texts that a regular expression (JavaScript's, with the flag `u`) matches, shortest first and the same ones on every call.
 * Returns none if the generator does not support the expression.
 */
export function patternSamples(pattern: string): readonly string[] {
  const known = remembered.get(pattern) ?? generate(pattern);
  remembered.set(pattern, known);
  return known;
}

/** Takes up to a tenth of a second, because the generator prepares itself for every class of characters. */
function generate(pattern: string): readonly string[] {
  if (EMPTY_CLASS.test(pattern)) return [];
  try {
    const texts = sample(stringMatching(new RegExp(pattern, 'u')), { seed: 1, numRuns: 50 });
    return [...new Set(texts)].toSorted((one, other) => one.length - other.length);
  } catch {
    return [];
  }
}

useSamples(patternSamples);
