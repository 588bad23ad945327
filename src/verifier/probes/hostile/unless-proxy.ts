import type { Exchange } from '../../../judge/index.ts';
import { OnlyThroughProxy } from '../../senders/raw-socket.ts';

/** Returns the exchange, or `undefined` if a proxy would not forward the request unchanged. The rest of the probe goes on. */
export async function unlessProxy(sent: Promise<Exchange>): Promise<Exchange | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof OnlyThroughProxy) return undefined;
    throw error;
  }
}
