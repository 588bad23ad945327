/**
 * Writes the body of a request as JSON.
 * @throws {TypeError} for a number that JSON does not have: `JSON.stringify` would send `null`, which deletes the value
 */
export function writeBody(body: unknown): string {
  return JSON.stringify(body, (name, value: unknown) => {
    if (typeof value === 'number' && !isFinite(value)) throw new TypeError(`${name} can't be "${value}"`);
    return value;
  });
}
