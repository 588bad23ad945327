import { unsendable, unusableUrl } from '../../plan/index.ts';
import type { OptionTable } from './option-table.ts';
import { UsageError } from './usage-error.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The options of commands that send requests to a server. */
export const connectionOptions = {
  header: {
    type: 'string',
    value: '"N: V"',
    multiple: true,
    default: [],
    text: 'send this header with every request; repeatable',
  },
  ca: { type: 'string', value: 'FILE', text: 'trust this certificate authority (PEM)' },
  insecure: { type: 'boolean', default: false, text: 'trust any certificate' },
} satisfies OptionTable;

/**
 * Reads the base URL of an API. `name` is how messages name the option.
 * @throws {UsageError} if requests cannot be sent to it
 */
export function readUrl(name: string, text: string): string {
  const problem = unusableUrl(text);
  if (problem !== undefined) throw new UsageError(`${name} ${problem}: ${JSON.stringify(withoutSecrets(text))}`);
  return text;
}

/**
 * Reads a header field as RFC 9110 (section 5) defines it. A message contains no value, which may be a credential.
 * @throws {UsageError} if it cannot be sent
 */
export function readHeader(option: string, text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  const [name, value] = [text.slice(0, colon), text.slice(colon + 1).replace(/^[ \t]+/, '')];
  if (colon < 1 || !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
    throw new UsageError(`${option} takes "Name: value", with a name of letters, digits and hyphens`);
  const problem = unsendable(value);
  if (problem !== undefined) throw new UsageError(`${option}: the value of ${name} ${problem}`);
  return [name.toLowerCase(), value];
}
