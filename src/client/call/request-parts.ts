/** What `fetch` is called with: a request, or what one is made of. */
export type RequestParts = readonly [input: Request | string, init?: RequestInit];

/**
 * Keeps what openapi-fetch would make a `Request` of: the global `fetch` makes one of its own in any case. To make another one
 * before costs a read a tenth of its time, and a write more: a body inside a `Request` is a stream, and goes through a second one
 * when it is sent (Fetch, section 5.4). What `new` gives is an array, `RequestParts`.
 */
export class KeepParts {
  constructor(...parts: RequestParts) {
    return parts;
  }
}
