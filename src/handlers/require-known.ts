/**
 * Checks a name that JavaScript passes without a compiler.
 * @param what who takes the name, as messages begin: `failNext('createRecord', …)`
 * @throws {TypeError} if it is not one of the known names
 */
export function requireKnown(what: string, name: unknown, known: readonly string[]): void {
  if (typeof name === 'string' && known.includes(name)) return;
  throw new TypeError(`${what} does not know ${JSON.stringify(name)}; it knows ${known.join(', ')}`);
}
