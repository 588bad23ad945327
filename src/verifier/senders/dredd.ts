import { EventEmitter } from 'node:events';

import type { Test, Transaction } from 'dredd';

import type { PlannedCase, Target } from '../../plan/index.ts';
import type { ReceivedResponse, SentCase } from '../exchange.ts';
import { TargetUnavailable } from '../target-unavailable.ts';
import { openBodySchema } from './body-schema.ts';
import { gatewayComplaint } from './gateway.ts';
import type { Sender } from './sender.ts';

/** What Dredd has to read before it runs; the plan takes the place of what it finds there. */
const SEED_DOCUMENT = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Seed', version: '1' },
  paths: { '/': { get: { responses: { 200: { description: 'Never sent' } } } } },
});

/**
 * Dredd: one case after the other, by its own client and with its own verdict on status and body. It is handed the plan as
 * ready transactions, because from a document it would send the same happy request for every documented answer.
 */
export const dredd: Sender = (cases, options) => withoutWarnings(() => runDredd(cases, options));

/** Dredd's old dependencies make Node warn of things that nobody here can mend. */
async function withoutWarnings(run: () => Promise<void>): Promise<void> {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  try {
    await run();
  } finally {
    for (const listener of listeners) process.on('warning', listener);
  }
}

const runDredd: Sender = async (cases, { target, timeout, onSent, signal }) => {
  const { default: Dredd } = await import('dredd');
  const { default: reporterOutput } = await import('dredd/build/reporters/reporterOutputLogger.js');
  // Its command line reporter, which can not be left out, prints every request with its API key.
  reporterOutput.default.transports.console.silent = true;

  const received = new Map<string, ReceivedResponse>();
  const emitter = new EventEmitter();
  const settle = ({ title }: Test, end: { verdict?: string; failure?: string }): void => {
    const planned = cases[Number(title)];
    if (planned !== undefined) onSent(toSentCase(planned, received.get(title), end));
  };
  emitter.on('test pass', (test: Test) => settle(test, {}));
  emitter.on('test fail', (test: Test) => settle(test, { verdict: test.message ?? 'failed' }));
  emitter.on('test error', (error: Error, test: Test) => settle(test, { failure: error.message }));

  const runner = new Dredd({
    endpoint: target.baseUrl,
    apiDescriptions: [{ location: 'seed.json', content: SEED_DOCUMENT }],
    emitter,
    loglevel: 'silent',
    http: { timeout },
  });
  const { transactionRunner } = runner;
  const execute = transactionRunner.executeAllTransactions.bind(transactionRunner);
  transactionRunner.executeAllTransactions = (transactions, hooks, done) => {
    transactions.splice(
      0,
      transactions.length,
      ...cases.map((planned, index) => toTransaction(planned, index, target)),
    );
    hooks.beforeEachHooks.push((transaction) => {
      transaction.skip = signal?.aborted ?? false;
    });
    hooks.beforeEachValidationHooks.push(({ id, real }) => {
      if (real !== undefined) received.set(id, receivedResponse(real));
    });
    execute(transactions, hooks, done);
  };
  await new Promise<void>((resolve, reject) => {
    runner.run((error) => (error ? reject(error) : resolve()));
  });
  refuseGateways(cases, received);
};

/** @throws {TargetUnavailable} when any answer was a gateway's; Dredd can not wait and ask again */
function refuseGateways(cases: readonly PlannedCase[], received: ReadonlyMap<string, ReceivedResponse>): void {
  for (const [index, planned] of cases.entries()) {
    const response = received.get(String(index));
    const complaint = response === undefined ? undefined : gatewayComplaint(planned.request, response);
    if (complaint !== undefined) throw new TargetUnavailable(complaint);
  }
}

function toTransaction(planned: PlannedCase, index: number, target: Target): Transaction {
  const { operationId, scenario, variant, request, expected } = planned;
  const base = new URL(target.baseUrl);
  const bodySchema = openBodySchema(operationId, expected.status);
  return {
    id: String(index),
    name: `${operationId} > ${scenario} > ${variant}`,
    host: base.hostname,
    port: base.port,
    protocol: base.protocol,
    fullPath: `${base.pathname.replace(/\/$/, '')}${request.path}`,
    skip: false,
    request: { method: request.method, uri: request.path, headers: { ...request.headers }, body: request.body ?? '' },
    // No header is expected: Dredd takes `application/json; charset=utf-8` for another content type than `application/json`.
    expected: { statusCode: String(expected.status), headers: {}, ...(bodySchema === undefined ? {} : { bodySchema }) },
    origin: { filename: 'openapi.yaml', apiName: '', resourceGroupName: '', resourceName: '', actionName: operationId },
  };
}

function toSentCase(
  planned: PlannedCase,
  response: ReceivedResponse | undefined,
  { verdict, failure = 'Dredd gave no response' }: { verdict?: string; failure?: string },
): SentCase {
  const { request } = planned;
  if (response === undefined) return { planned, exchange: { request, failure } };
  return { planned, exchange: { request, response }, ...(verdict === undefined ? {} : { verdict: verdict.trim() }) };
}

function receivedResponse(real: NonNullable<Transaction['real']>): ReceivedResponse {
  const headers = Object.entries(real.headers).map(([name, value]) => [name, String(value)] as const);
  const body = real.bodyEncoding === 'base64' ? Buffer.from(real.body ?? '', 'base64').toString() : (real.body ?? '');
  return { status: real.statusCode, headers: Object.fromEntries(headers), body };
}
