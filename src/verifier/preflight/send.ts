import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../judge/exchange.ts';

/** Sends one request of the preflight. */
export type Send = (request: PlannedRequest) => Promise<Exchange>;
