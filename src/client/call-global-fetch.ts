import type { RequestBesideBody } from './request-beside-body.ts';

/** The global `fetch`, looked up at each call: whoever replaces it later (a service worker's mock, say) is obeyed. */
export function callGlobalFetch(request: RequestBesideBody): Promise<Response> {
  return globalThis.fetch(request, { body: request.content ?? null });
}
