/**
 * Whether a text matches a `PATTERN`. As in JSON Schema the pattern may match anywhere: it anchors itself with `^` and `$`.
 *
 * Backtracking makes some patterns explode on some texts; whoever writes the definition is trusted not to use such a one.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compiled(pattern).test(text);
}

/** Whether a text is a regular expression at all. */
export function isPattern(pattern: string): boolean {
  try {
    compiled(pattern);
    return true;
  } catch {
    return false;
  }
}

const cache = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const expression = new RegExp(pattern, 'u');
  cache.set(pattern, expression);
  return expression;
}
