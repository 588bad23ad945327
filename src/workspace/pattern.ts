import { RE2JS } from 're2js';

/**
 * Whether a text matches a `PATTERN`. As in JSON Schema the pattern may match anywhere: it anchors itself with `^` and `$`.
 *
 * It is judged by RE2, whose time is linear in the text: JavaScript's own engine backtracks, and a short text can keep it busy
 * for minutes.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compiled(pattern).matcher(text).find();
}

/**
 * Whether a text is a regular expression: one for JavaScript, whose language clients know, and one for RE2, which has neither
 * lookaround nor backreferences.
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

const cache = new Map<string, RE2JS>();

function compiled(pattern: string): RE2JS {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const expression = RE2JS.compile(pattern);
  cache.set(pattern, expression);
  return expression;
}
