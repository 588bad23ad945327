import type { ScenarioName } from 'workspace-api-client';

/** A failure to provoke, for as long as it is chosen. */
export interface FailureToTry {
  readonly apiKey: string;
  /** The requests that fail. */
  readonly during: 'reading' | 'writing';
  /** The documented failure that the mock or `serve --dev` is asked for. */
  readonly scenario: ScenarioName | 'none';
  /** What happens to the response on its way. */
  readonly network: 'none' | 'delay' | 'reset' | 'truncate' | 'html' | 'timeout';
}

/** No failure. */
export const none: FailureToTry = {
  apiKey: import.meta.env.VITE_API_KEY,
  during: 'writing',
  scenario: 'none',
  network: 'none',
};

let current = none;

/** Provokes a failure from the next request on. */
export function tryFailure(failure: FailureToTry): void {
  current = failure;
}

/** Returns the key for the next request. */
export function apiKey(): string {
  return current.apiKey;
}

/** Adds the headers that ask for the failure. */
export function askForFailure(request: Request): Request {
  const { during, scenario, network } = current;
  if ((request.method === 'GET') !== (during === 'reading')) return request;
  if (scenario !== 'none') request.headers.set('Prefer', `example=${scenario}`);
  if (network === 'delay') request.headers.set('X-Mock-Delay', '3000');
  else if (network !== 'none') request.headers.set('X-Mock-Fault', network);
  return request;
}
