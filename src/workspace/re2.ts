import { RE2JS } from 're2js';

import type { RegularExpressions } from './regular-expressions.ts';
import { useEngine } from './regular-expressions.ts';

/**
 * RE2, whose time is linear in the length of the text. JavaScript's engine backtracks, so a short text can block it for minutes.
 */
const re2: RegularExpressions = {
  compile(pattern) {
    const expression = compiled(pattern);
    return (text) => expression.matcher(text).find();
  },

  problem(pattern) {
    try {
      compiled(pattern);
      return undefined;
    } catch {
      return 'must be a regular expression of RE2 too, which has no lookaround, no backreferences and no repetition above 1000';
    }
  },

  // RE2 takes a step for each character and each instruction of the pattern's program; reading a character costs as much as about
  // twenty instructions.
  steps: (pattern, length) => (compiled(pattern).programSize() + 20) * length,
};

const cache = new Map<string, RE2JS>();

function compiled(pattern: string): RE2JS {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const expression = RE2JS.compile(pattern);
  cache.set(pattern, expression);
  return expression;
}

useEngine(re2);
