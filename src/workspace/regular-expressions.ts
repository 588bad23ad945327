/** Tests whether a text matches an expression, anywhere in it. */
type Matcher = (text: string) => boolean;

/** What runs the regular expressions of definitions and formats. */
export interface RegularExpressions {
  compile(pattern: string): Matcher;
  /** Returns why the engine does not support an expression of JavaScript (with the flag `u`); `undefined` if it does. */
  problem(pattern: string): string | undefined;
  /** The time to match a pattern against a text of this length, in steps of about 30 ns; 0 if nothing is known. */
  steps(pattern: string, length: number): number;
}

/**
 * JavaScript's own engine, the only one that browsers have. It backtracks, so it must never run on a server, where others choose the
 * texts. It runs where people test their own application with texts of their own.
 */
const native: RegularExpressions = {
  compile(pattern) {
    const expression = new RegExp(pattern, 'u');
    return (text) => expression.test(text);
  },
  problem: () => undefined,
  steps: () => 0,
};

let engine = native;
const compiled = new Map<string, Matcher>();

/** Replaces the engine. The main door of this room does so when it is loaded. */
export function useEngine(next: RegularExpressions): void {
  engine = next;
  compiled.clear();
}

/** Whether a string matches a `PATTERN`. As in JSON Schema, the pattern can match anywhere; it anchors itself with `^` and `$`. */
export function matchesPattern(pattern: string, text: string): boolean {
  const known = compiled.get(pattern);
  if (known !== undefined) return known(text);
  const matcher = engine.compile(pattern);
  compiled.set(pattern, matcher);
  return matcher(text);
}

/**
 * Returns why a string is not a valid regular expression, both in JavaScript, which clients use, and in the engine; `undefined` if it
 * is one.
 */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    // `Invalid regular expression: /[A-Z/u: Unterminated character class`
    const reason = String(error instanceof Error ? error.message : error).replace(/^.*\/u?: /s, '');
    return `is not a regular expression of JavaScript (with the flag u): ${reason}`;
  }
  return engine.problem(pattern);
}

/** The time to match a pattern against the longest text of a column, in steps of about 30 ns. */
export function matchingSteps(pattern: string, length: number): number {
  return engine.steps(pattern, length);
}

/** Returns texts that a regular expression matches, shortest first and the same ones on every call; none if none are found. */
export type SamplesOf = (pattern: string) => readonly string[];

let generator: SamplesOf = () => [];

/** Sets the generator of texts for patterns. Without one, a column with a `PATTERN` needs an `example`. */
export function useSamples(next: SamplesOf): void {
  generator = next;
}

/** Returns texts that a pattern matches, from the generator in use. */
export function samplesOf(pattern: string): readonly string[] {
  return generator(pattern);
}
