import type { RequestBesideBody } from './request-beside-body.ts';

/** The global `fetch`, looked up at each call: whoever replaces it later (a service worker's mock, say) is obeyed. */
export function callGlobalFetch(request: RequestBesideBody): Promise<Response> {
  const { data: body } = request;
  // Nothing where there is no body: what stands beside a request makes `fetch` write it anew, which takes its time.
  return globalThis.fetch(request, body ? { body } : undefined);
}
