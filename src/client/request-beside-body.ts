/** A request whose body may stand beside it. */
export interface RequestBesideBody extends Request {
  readonly data?: BodyInit | null | undefined;
}

/** What openapi-fetch makes a request by. */
export type WriteRequest = new (url: string, init: RequestInit) => Request;

/**
 * Makes the class of requests for the global `fetch` (`callGlobalFetch`). A body inside a `Request` is a stream, and goes through
 * another one when it is sent (Fetch, section 5.4); in Node that makes a call half as slow again.
 *
 * Made at run time, so that to import the client takes no `Request`.
 */
export function requestBesideBody(): WriteRequest {
  return class extends Request {
    declare readonly data: RequestBesideBody['data'];

    constructor(url: string, { body, ...init }: RequestInit) {
      super(url, init);
      this.data = body;
    }
  };
}
