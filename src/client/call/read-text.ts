/** The default of the longest body, in characters. */
const LONGEST = 50_000_000;

/**
 * Reads the body of a response. Returns `undefined` if it is longer than the limit, and reads no further. Where bodies cannot be
 * read piece by piece (React Native, many test environments), it is read to its end before its length is checked.
 */
export async function readText(response: Response, longest = LONGEST): Promise<string | undefined> {
  const reader = globalThis.TextDecoder && response.body?.getReader?.();
  let text = reader ? '' : await response.text();
  if (reader) {
    const decoder = new TextDecoder();
    for (let stream = true; stream && text.length <= longest;) {
      const { done, value } = await reader.read();
      stream = !done;
      text += decoder.decode(value, { stream });
    }
  }
  if (text.length <= longest) return text;
  void reader?.cancel();
  return undefined;
}
