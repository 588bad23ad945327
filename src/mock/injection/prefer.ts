/**
 * Reads the preferences of a request (RFC 7240, section 2) by their lower-case names; the first of a name counts.
 * Forgiving on purpose: a semicolon separates preferences as a comma does, since people write either.
 */
export function parsePrefer(values: readonly string[]): ReadonlyMap<string, string> {
  const preferences = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of values.join(',').matchAll(PREFERENCE)) {
    const key = name.toLowerCase();
    if (!preferences.has(key)) preferences.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain.trim());
  }
  return preferences;
}

const PREFERENCE = /([^\s=,;"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,;]*)))?/g;
