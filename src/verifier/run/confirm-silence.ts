import type { PlannedRequest, Target } from '../../plan/index.ts';
import { collectionOf, listRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';

/**
 * Repeats a request that got no response. Returns the response if there is one now. Otherwise, the missing response is
 * confirmed if the target carries out a control request.
 * @param again sends the request again, on a fresh connection
 * @param send sends the control request
 */
export async function confirmSilence(
  target: Target,
  exchange: Exchange,
  {
    again,
    send,
  }: { readonly again: () => Promise<Exchange>; readonly send: (request: PlannedRequest) => Promise<Exchange> },
): Promise<Exchange> {
  if ('response' in exchange) return exchange;
  const second = await again();
  if ('response' in second) return second;
  const collection = collectionOf(target, target.entity?.name ?? '');
  if ('reason' in collection) return exchange;
  const control = await send(listRequest(collection, {}));
  return 'response' in control && control.response.status < 300 ? { ...exchange, confirmed: true } : exchange;
}
