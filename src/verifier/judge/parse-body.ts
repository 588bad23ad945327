import { parseJson } from '../../contract/index.ts';
import { parseExactJson } from '../../plan/index.ts';

const DEEPEST = 500;

/**
 * Parses a body as JSON; returns `undefined` if it is not JSON. A body that nests deeper than any body of the contract counts
 * as not JSON, because code that walks it would overflow the stack.
 */
export function parseBody(text: string): unknown {
  return depthOf(text) > DEEPEST ? undefined : parseJson(text);
}

/** Parses a body like `parseBody`, and keeps the digits of every integer: one that a number cannot hold becomes a `bigint`. */
export function parseExactBody(text: string): unknown {
  return depthOf(text) > DEEPEST ? undefined : parseExactJson(text);
}

/** Returns how deep brackets nest, not counting brackets in strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}
