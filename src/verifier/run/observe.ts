import type { Target } from '../../plan/index.ts';
import type { SentCase } from '../../judge/index.ts';
import type { Sender } from '../senders/sender.ts';
import { everything } from './selection.ts';
import { runPlan } from './sender-run.ts';

/**
 * Sends the whole plan with any sender and returns the cases that were sent, without running the checks. Other tools can then
 * be measured on the same exchanges. Deletes the records it creates.
 * @throws {Error} if the run was stopped, with the reason as its cause
 */
export async function observe(target: Target, sender: Sender): Promise<readonly SentCase[]> {
  const { sent, stopped } = await runPlan(sender, 'observe', {
    target,
    connection: { baseUrl: target.baseUrl, timeout: 10_000, headers: target.headers, insecure: false },
    concurrency: 4,
    selection: everything,
    onProgress: () => undefined,
  });
  if (stopped !== undefined) throw new Error('the run was stopped', { cause: stopped });
  return sent;
}
