import type { Target } from '../../plan/index.ts';
import type { SentCase } from '../judge/exchange.ts';
import type { Sender } from '../senders/sender.ts';
import { everything } from './selection.ts';
import { runPlan } from './sender-run.ts';

/**
 * Sends the whole plan by any sender and gives back what came of each case, unjudged, so that other judges can be measured on
 * the same exchanges. What it creates it deletes again.
 * @throws {TargetUnavailable} when the target can not be reached
 */
export async function observe(target: Target, sender: Sender): Promise<readonly SentCase[]> {
  const { sent } = await runPlan(sender, 'observe', {
    target,
    connection: { baseUrl: target.baseUrl, timeout: 10_000, headers: {}, insecure: false },
    concurrency: 4,
    selection: everything,
    onProgress: () => undefined,
  });
  return sent;
}
