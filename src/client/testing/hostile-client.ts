import type { Client, ClientOptions } from '../index.ts';
import { createClient } from '../index.ts';
import type { HostileAnswer, HostileOrder, SeenRequest } from './hostile-order.ts';
import { ORDER_HEADER, SEEN_PATH } from './hostile-order.ts';

let orders = 0;

/** Creates a client whose requests get the given responses. Retries happen almost immediately. */
export function hostileClient(
  url: string,
  answers: readonly HostileAnswer[],
  options: Partial<ClientOptions> = {},
): { readonly client: Client; readonly seen: () => Promise<readonly SeenRequest[]> } {
  const name = `${Math.random()} ${(orders += 1)}`;
  const order: HostileOrder = { name, answers };
  const client = createClient({
    baseUrl: `${url}/api/v1/acme-corp/sales`,
    apiKey: 'sk_live_test',
    headers: { [ORDER_HEADER]: encodeURIComponent(JSON.stringify(order)) },
    retry: { delay: 1 },
    ...options,
  });
  const seen = async () => (await fetch(`${url}${SEEN_PATH}?name=${encodeURIComponent(name)}`)).json();
  return { client, seen };
}
