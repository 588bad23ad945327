import type { Secrets } from '../masking/index.ts';
import { maskerOf } from '../masking/index.ts';
import { visible, withoutCommands } from './reporters/text/visible.ts';

/**
 * Returns a function for text that is not part of a report, such as the message of an error: it hides every secret, and escapes
 * whatever a terminal or a CI server would obey.
 */
export function safeTextOf(secrets: Secrets): (text: string) => string {
  const mask = maskerOf({ secrets });
  return (text) => withoutCommands(visible(mask(text)));
}
