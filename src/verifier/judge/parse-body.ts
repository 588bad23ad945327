import { parseJson } from '../../contract/index.ts';

const DEEPEST = 500;

/**
 * A body as JSON, or `undefined` where it is not JSON. A body that nests deeper than any of the contract's counts as not JSON:
 * code that walks it would run out of stack.
 */
export function parseBody(text: string): unknown {
  return depthOf(text) > DEEPEST ? undefined : parseJson(text);
}

/** How deep brackets nest outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}
