let asked: unknown;
let answer: unknown;

/**
 * Whether requests accept a signal. In some test environments they do not: `AbortController` is the one of the simulated page, and
 * `fetch` is Node's. Tries this once for each `AbortController`, and never by sending a request.
 */
export function takesSignal(signal: AbortSignal): boolean {
  if (asked !== AbortController) {
    asked = AbortController;
    try {
      answer = new Request('http://a', { signal });
    } catch {
      answer = undefined;
    }
  }
  return !!answer;
}
