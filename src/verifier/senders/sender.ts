import { createRequire } from 'node:module';

import type { PlannedCase, PlannedRequest } from '../../plan/index.ts';
import type { SentCase } from '../../judge/index.ts';
import type { Traffic } from './traffic.ts';

export const senderNames = ['http', 'dredd'] as const;

/** What sends the plan: the verifier's own HTTP client, or Dredd. */
export type SenderName = (typeof senderNames)[number];

/** Returns the senders available here. Dredd is an optional peer dependency of the published package. */
export function availableSenders(): readonly SenderName[] {
  return senderNames.filter((name) => name !== 'dredd' || isInstalled('dredd'));
}

/** How to connect to a target. */
export interface Connection {
  /** The prefix of every request path. */
  readonly baseUrl: string;
  /** How long a response may take, in milliseconds. */
  readonly timeout: number;
  /** Sent with every request. The request's own headers take precedence. */
  readonly headers: Readonly<Record<string, string>>;
  /** The certificate authority to trust, in PEM; the system's by default. */
  readonly ca?: string;
  /** Whether to accept any certificate. */
  readonly insecure: boolean;
  /** The environment variables that name a proxy: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. No proxy by default. */
  readonly proxy?: NodeJS.ProcessEnv;
  /** What all requests of a run share. By default, each client waits on its own. */
  readonly traffic?: Traffic;
}

export interface SendOptions {
  readonly connection: Connection;
  /** The maximum number of requests in flight. */
  readonly concurrency: number;
  /** Once aborted, no further requests are sent. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each case as soon as it is sent. */
  readonly onSent: (sent: SentCase) => void;
  /** Called with a request that ended the run. It may have reached the target. */
  readonly onLost?: (request: PlannedRequest) => void;
}

/**
 * Sends every case of a plan and passes each to `onSent`. A case that is never passed was not sent, and its cell fails.
 * @throws {TargetUnavailable} if the target cannot be reached or judged
 */
export type Sender = (cases: readonly PlannedCase[], options: SendOptions) => Promise<void>;

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
