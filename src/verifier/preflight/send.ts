import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';

/** Sends one request of the preflight. */
export type Send = (request: PlannedRequest) => Promise<Exchange>;
