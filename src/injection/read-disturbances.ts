import { fail } from '../contract/index.ts';
import { injections } from './injections.ts';

/** A way to corrupt a response or its connection. */
export type Disturbance = keyof typeof injections.disturbanceHeader.values;

/** The delay and the disturbance of a response, which let developers test how their client copes. */
export interface Disturbances {
  /** Milliseconds to wait before the response is sent. */
  readonly delay: number;
  readonly disturbance: Disturbance | undefined;
}

/** No delay and no disturbance. */
export const undisturbed: Disturbances = { delay: 0, disturbance: undefined };

/**
 * Reads the headers that disturb the response: `X-Mock-Delay: 800`, `X-Mock-Fault: reset`.
 * @throws `badRequest` if a header has an invalid value
 */
export function readDisturbances(headers: Readonly<Record<string, readonly string[] | undefined>>): Disturbances {
  const { delayHeader, disturbanceHeader } = injections;
  const delays = headers[delayHeader.name];
  const disturbances = headers[disturbanceHeader.name];
  return {
    delay: delays === undefined ? 0 : readDelay(delays.join(', ')),
    disturbance: disturbances === undefined ? undefined : readDisturbance(disturbances.join(', ')),
  };
}

function readDelay(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw fail('badRequest', { message: `X-Mock-Delay must be a whole number of milliseconds, not "${text}"` });
  }
  return Math.min(Number(text), injections.delayHeader.longest);
}

function readDisturbance(text: string): Disturbance {
  const { values } = injections.disturbanceHeader;
  if (isDisturbance(text)) return text;
  throw fail('badRequest', { message: `X-Mock-Fault must be one of ${Object.keys(values).join(', ')}, not "${text}"` });
}

function isDisturbance(text: string): text is Disturbance {
  return Object.hasOwn(injections.disturbanceHeader.values, text);
}
