import { fail } from '../../contract/index.ts';
import { triggers } from '../triggers.ts';

/** What keeps an answer from arriving as it is. */
export type Disturbance = keyof typeof triggers.disturbanceHeader.values;

/** What keeps an answer from arriving as it is, for those who test how their client copes. */
export interface Disturbances {
  /** By how many milliseconds the answer is held back. */
  readonly delay: number;
  readonly disturbance: Disturbance | undefined;
}

/** How most answers leave. */
export const undisturbed: Disturbances = { delay: 0, disturbance: undefined };

/**
 * Reads how the answer to a request is to be disturbed: `X-Mock-Delay: 800`, `X-Mock-Fault: reset`.
 * @throws `badRequest` where a header asks for something unknown
 */
export function readDisturbances(headers: Readonly<Record<string, readonly string[] | undefined>>): Disturbances {
  const { delayHeader, disturbanceHeader } = triggers;
  const delays = headers[delayHeader.name];
  const disturbances = headers[disturbanceHeader.name];
  return {
    delay: delays === undefined ? 0 : readDelay(delays.join(', ')),
    disturbance: disturbances === undefined ? undefined : readDisturbance(disturbances.join(', ')),
  };
}

function readDelay(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw fail('badRequest', { message: `X-Mock-Delay takes a whole number of milliseconds, not "${text}"` });
  }
  return Math.min(Number(text), triggers.delayHeader.longest);
}

function readDisturbance(text: string): Disturbance {
  const { values } = triggers.disturbanceHeader;
  if (isDisturbance(text)) return text;
  throw fail('badRequest', { message: `X-Mock-Fault takes ${Object.keys(values).join(', ')}, not "${text}"` });
}

function isDisturbance(text: string): text is Disturbance {
  return Object.hasOwn(triggers.disturbanceHeader.values, text);
}
