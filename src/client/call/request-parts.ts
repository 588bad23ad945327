/** The arguments of `fetch`: a request, or the parts of one. */
export type RequestParts = readonly [input: Request | string, init?: RequestInit];

/**
 * Keeps the arguments from which openapi-fetch would create a `Request`, because the global `fetch` creates its own anyway. A
 * second `Request` would cost a read a tenth of its time, and a write even more: the body of a `Request` is a stream, which is
 * piped through another stream when it is sent (Fetch, section 5.4). `new KeepParts(…)` returns an array, `RequestParts`.
 */
export class KeepParts {
  constructor(...parts: RequestParts) {
    return parts;
  }
}
