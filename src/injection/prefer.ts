/**
 * Reads the preferences of a request (RFC 7240, section 2) by their lowercase names. If a name is repeated, the first one counts.
 * Lenient on purpose: a semicolon separates preferences as well as a comma, because people write both.
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
