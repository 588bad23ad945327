import { RE2JS } from 're2js';

/**
 * Whether a string matches a `PATTERN`. As in JSON Schema, the pattern can match anywhere; it anchors itself with `^` and `$`.
 *
 * Uses RE2, whose time is linear in the length of the string. JavaScript's engine backtracks, so a short string can block it for minutes.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compiled(pattern).matcher(text).find();
}

/**
 * Returns why a string is not a valid regular expression both in JavaScript, which clients use, and in RE2, which has no lookaround or
 * backreferences; `undefined` if it is one.
 */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    // `Invalid regular expression: /[A-Z/u: Unterminated character class`
    const reason = String(error instanceof Error ? error.message : error).replace(/^.*\/u?: /s, '');
    return `is not a regular expression of JavaScript (with the flag u): ${reason}`;
  }
  try {
    compiled(pattern);
    return undefined;
  } catch {
    return 'must be a regular expression of RE2 too, which has no lookaround, no backreferences and no repetition above 1000';
  }
}

/**
 * The time to match a pattern against the longest text of a column, in steps of about 30 ns. RE2 takes a step for each character
 * and each instruction of the pattern's program; reading a character costs as much as about twenty instructions.
 */
export function matchingSteps(pattern: string, length: number): number {
  return (compiled(pattern).programSize() + 20) * length;
}

const cache = new Map<string, RE2JS>();

function compiled(pattern: string): RE2JS {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const expression = RE2JS.compile(pattern);
  cache.set(pattern, expression);
  return expression;
}
