import type { Exchange } from '../../judge/index.ts';

/**
 * An attempt to send a request. `broken`: the target reacted, but not with a whole response. `silent`: it sent nothing in time.
 * `unsent`: no connection could be opened.
 */
export interface Outcome {
  readonly exchange: Exchange;
  readonly kind: 'answered' | 'broken' | 'silent' | 'unsent';
}
