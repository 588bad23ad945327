import { EventEmitter } from 'node:events';

import type { Test, Transaction } from 'dredd';

import type { PlannedCase } from '../../plan/index.ts';
import type { ReceivedResponse, SentCase } from '../judge/exchange.ts';
import { openBodySchema } from './body-schema.ts';
import { LARGEST_BODY, TOO_LONG } from './content-coding.ts';
import { gatewayComplaint } from './gateway.ts';
import { Patience } from './patience.ts';
import type { Connection, Sender, SendOptions } from './sender.ts';
import { TargetUnavailable } from './target-unavailable.ts';
import { watchdog } from './watchdog.ts';

/** A minimal document that Dredd needs to start. The plan replaces the transactions that Dredd reads from it. */
const SEED_DOCUMENT = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Seed', version: '1' },
  paths: { '/': { get: { responses: { 200: { description: 'Never sent' } } } } },
});

/** What Dredd compares a response with. */
export type DreddExpectation = Transaction['expected'];

/**
 * The sender `dredd`: sends one case at a time with Dredd's own client, and records Dredd's own verdict on status and body.
 * Dredd gets the plan as ready-made transactions. From a document, it would send the same valid request for every documented
 * response.
 */
export const dredd: Sender = dreddWith(statusAndBody);

/** Returns a Dredd sender with other expectations, so that Dredd itself can be measured. */
export function dreddWith(expectationOf: (planned: PlannedCase) => DreddExpectation): Sender {
  return (cases, options) => withoutWarnings(() => runDredd(cases, options, expectationOf));
}

/** Expects no headers: Dredd treats a content type with parameters, such as a charset, as different from one without. */
function statusAndBody({ operationId, expected }: PlannedCase): DreddExpectation {
  const bodySchema = openBodySchema(operationId, expected);
  return { statusCode: String(expected.status), headers: {}, ...(bodySchema === undefined ? {} : { bodySchema }) };
}

/** Suppresses Node's warnings about Dredd's old dependencies, which cannot be fixed here. */
async function withoutWarnings(run: () => Promise<void>): Promise<void> {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  try {
    await run();
  } finally {
    for (const listener of listeners) process.on('warning', listener);
  }
}

async function runDredd(
  cases: readonly PlannedCase[],
  { connection, onSent, signal }: SendOptions,
  expectationOf: (planned: PlannedCase) => DreddExpectation,
): Promise<void> {
  const { default: Dredd } = await import('dredd');
  const { default: reporterOutput } = await import('dredd/build/reporters/reporterOutputLogger.js');
  // Dredd's command-line reporter cannot be disabled, and it prints every request with its API key.
  reporterOutput.default.transports.console.silent = true;

  const received = new Map<string, ReceivedResponse>();
  const watch = watchdog(connection);
  const patience = new Patience();
  let gone: TargetUnavailable | undefined;
  const settle = ({ title }: Test, end: { verdict?: string; failure?: string }): void => {
    const planned = cases[Number(title)];
    if (planned === undefined) return;
    const failure = watch.stop() ?? end.failure;
    const sent = toSentCase(planned, received.get(title), { ...end, ...(failure === undefined ? {} : { failure }) });
    gone ??= 'failure' in sent.exchange ? patience.unanswered(sent.exchange.failure) : patience.answered();
    onSent(sent);
  };
  const emitter = new EventEmitter();
  emitter.on('test start', () => watch.start());
  emitter.on('test pass', (test: Test) => settle(test, {}));
  emitter.on('test fail', (test: Test) => settle(test, { verdict: test.message ?? 'failed' }));
  emitter.on('test error', (error: Error, test: Test) => settle(test, { failure: error.message }));

  const runner = new Dredd({
    endpoint: connection.baseUrl,
    apiDescriptions: [{ location: 'seed.json', content: SEED_DOCUMENT }],
    emitter,
    loglevel: 'silent',
    // Requests ask for no content coding. `gzip` lets Dredd read a response that is compressed anyway.
    http: { timeout: connection.timeout, gzip: true },
  });
  runner.configuration.http.agent = watch.agent;
  const { transactionRunner } = runner;
  const execute = transactionRunner.executeAllTransactions.bind(transactionRunner);
  transactionRunner.executeAllTransactions = (transactions, hooks, done) => {
    transactions.splice(
      0,
      transactions.length,
      ...cases.map((planned, index) => toTransaction(planned, index, connection, expectationOf(planned))),
    );
    hooks.beforeEachHooks.push((transaction) => {
      transaction.skip = gone !== undefined || (signal?.aborted ?? false);
    });
    hooks.beforeEachValidationHooks.push(({ id, real }) => {
      if (real !== undefined) received.set(id, receivedResponse(real));
    });
    execute(transactions, hooks, done);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      runner.run((error) => (error ? reject(error) : resolve()));
    });
  } finally {
    watch.close();
  }
  if (gone !== undefined) throw gone;
  refuseGateways(cases, received);
}

/** @throws {TargetUnavailable} if any response came from a gateway: Dredd cannot wait and retry */
function refuseGateways(cases: readonly PlannedCase[], received: ReadonlyMap<string, ReceivedResponse>): void {
  for (const [index, planned] of cases.entries()) {
    const response = received.get(String(index));
    const complaint = response === undefined ? undefined : gatewayComplaint(planned.request, response);
    if (complaint !== undefined) throw new TargetUnavailable(complaint);
  }
}

function toTransaction(
  planned: PlannedCase,
  index: number,
  connection: Connection,
  expected: DreddExpectation,
): Transaction {
  const { operationId, scenario, variant, request } = planned;
  const base = new URL(connection.baseUrl);
  return {
    id: String(index),
    name: `${operationId} > ${scenario} > ${variant}`,
    host: base.hostname,
    port: base.port,
    protocol: base.protocol,
    fullPath: `${base.pathname.replace(/\/$/, '')}${request.path}`,
    skip: false,
    request: {
      method: request.method,
      uri: request.path,
      headers: { ...connection.headers, ...request.headers },
      body: request.body ?? '',
    },
    expected,
    origin: { filename: 'openapi.yaml', apiName: '', resourceGroupName: '', resourceName: '', actionName: operationId },
  };
}

function toSentCase(
  planned: PlannedCase,
  response: ReceivedResponse | undefined,
  { verdict, failure = 'Dredd returned no response' }: { verdict?: string; failure?: string },
): SentCase {
  const { request } = planned;
  if (response === undefined) return { planned, exchange: { request, failure } };
  if (response.body.length > LARGEST_BODY) return { planned, exchange: { request, failure: TOO_LONG } };
  return { planned, exchange: { request, response }, ...(verdict === undefined ? {} : { verdict: verdict.trim() }) };
}

function receivedResponse(real: NonNullable<Transaction['real']>): ReceivedResponse {
  const headers = Object.entries(real.headers).map(([name, value]) => [name, String(value)] as const);
  const body = real.bodyEncoding === 'base64' ? Buffer.from(real.body ?? '', 'base64').toString() : (real.body ?? '');
  return { status: real.statusCode, headers: Object.fromEntries(headers), body };
}
