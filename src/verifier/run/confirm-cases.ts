import type { Target } from '../../plan/index.ts';
import { isNormative, isWellFormedRequest } from '../../judge/index.ts';
import type { Exchange, SentCase } from '../../judge/index.ts';
import { createHttpClient } from '../senders/http-client.ts';
import type { Connection } from '../senders/sender.ts';
import { confirmSilence } from './confirm-silence.ts';

/**
 * Confirms the missing responses that are findings only if confirmed: those of cases that only this project requires. A missing
 * response to any other case is a finding at once.
 * @param note called with each exchange, which may have created a record
 */
export async function confirmCases(
  target: Target,
  sent: readonly SentCase[],
  { connection, note }: { readonly connection: Connection; readonly note: (exchange: Exchange) => void },
): Promise<readonly SentCase[]> {
  const confirmed: SentCase[] = [];
  for (const each of sent) {
    const { planned, exchange } = each;
    const isOpen = 'failure' in exchange && !isNormative(planned.basis) && isWellFormedRequest(planned);
    confirmed.push(isOpen ? { planned, exchange: await confirm(target, exchange, { connection, note }) } : each);
  }
  return confirmed;
}

async function confirm(
  target: Target,
  exchange: Exchange,
  { connection, note }: { readonly connection: Connection; readonly note: (exchange: Exchange) => void },
): Promise<Exchange> {
  const client = createHttpClient(connection);
  const again = async (): Promise<Exchange> => {
    const second = await client.send(exchange.request);
    note(second);
    return second;
  };
  try {
    return await confirmSilence(target, exchange, { again, send: client.send });
  } finally {
    client.close();
  }
}
