/** Parses JSON. No JSON text is `undefined`, so that it can stand for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
