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
 * Whether a string is a valid regular expression both in JavaScript, which clients use, and in RE2, which has no lookaround or
 * backreferences.
 */
export function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    compiled(pattern);
    return true;
  } catch {
    return false;
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
