import type { SentCase } from '../../judge/index.ts';
import type { Masker } from '../../masking/index.ts';
import type { Connection } from '../senders/sender.ts';

/** A request of the plan and its response, with every key masked. */
export interface SentExchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: {
    /** 0 if there was no response. */
    readonly status: number;
    /** By lower-case name. */
    readonly headers: Readonly<Record<string, string>>;
    /** `undefined` if it is too long to keep. */
    readonly body?: string;
  };
  /** When the response arrived, in the format of RFC 3339. */
  readonly startedAt: string;
}

/** Returns what was sent and received for a case, as others may see it. */
export function sentExchange(
  { exchange }: SentCase,
  { baseUrl, headers: general }: Pick<Connection, 'baseUrl' | 'headers'>,
  mask: Masker,
): SentExchange {
  const { method, path, headers, body } = exchange.request;
  const response = 'response' in exchange ? exchange.response : { status: 0, headers: {}, body: '' };
  // Part of a body would look like a body that violates the contract.
  const isWhole = !('bodySize' in response) || response.bodySize === undefined;
  return {
    request: {
      method,
      url: mask(baseUrl.replace(/\/$/, '') + path),
      headers: mask({ ...general, ...headers }),
      ...(body === undefined ? {} : { body: mask(body) }),
    },
    response: {
      status: response.status,
      headers: mask(response.headers),
      ...(isWhole ? { body: mask(response.body) } : {}),
    },
    startedAt: new Date().toISOString(),
  };
}
