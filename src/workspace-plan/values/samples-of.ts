import { patternSamples } from '../../workspace-contract/index.ts';

/** Returns texts that a regular expression matches, shortest first. Remembers them, because generating them takes a while. */
export function samplesOf(pattern: string): readonly string[] {
  const known = remembered.get(pattern) ?? patternSamples(pattern);
  remembered.set(pattern, known);
  return known;
}

const remembered = new Map<string, readonly string[]>();
