import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import type { Finding, Report, VerifyOptions } from '../../src/verifier/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import { verify } from '../verify.ts';
import type { Bend } from './bent-server.ts';
import { startBent } from './bent-server.ts';

/** The probes that only the hostile level runs. */
export const HOSTILE_PROBES = ['hostile-http', 'hostile-keys', 'hostile-parameters', 'hostile-bodies', 'generated'];

/** The path of the customers. */
export const COLLECTION = '/api/v1/acme-corp/sales/Customer';

/** The seed of the tests, whatever the default of `verify` is. */
export const SEED = 20261123;

/** A reference server and the errors it logged. */
export interface Reference {
  readonly url: string;
  readonly logged: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** Starts a reference server with the demo workspaces and fault injection, so that every failure can be provoked. */
export async function startReference(): Promise<Reference> {
  const logged: unknown[] = [];
  const log = ({ error }: { readonly error?: unknown }): void => void logged.push(error);
  const { url, close } = await startServer({ definition: demoDefinition, port: 0, faults: true, log });
  return { url, logged, close };
}

/** Verifies a server at the hostile level. */
export function verifyHostile(url: string, options: Partial<VerifyOptions>): Promise<Report> {
  const target = parseTarget(demoTarget(url, { faults: true }), {});
  return verify({ target, level: 'hostile', senders: ['http'], seed: SEED, timeout: 1000, ...options });
}

/** Verifies a bent version of a running server. */
export async function verifyBent(
  upstream: Reference,
  bend: Bend,
  options: Partial<VerifyOptions> = {},
): Promise<Report> {
  const bent = await startBent(upstream.url, bend);
  try {
    return await verifyHostile(bent.url, options);
  } finally {
    await bent.close();
  }
}

/** Returns all customers of a server. */
export async function allRecords({ url }: Reference): Promise<unknown> {
  const response = await fetch(`${url}/acme-corp/sales/Customer?size=100`, {
    headers: { authorization: 'Bearer sk_live_demo_read_write' },
  });
  return response.json();
}

/** Formats a finding in one line. */
export function inShort({ check, variant, message }: Finding): string {
  return `${check}, ${variant}: ${message}`;
}
