import { EventEmitter } from 'node:events';
import { Agent } from 'node:http';
import { setImmediate } from 'node:timers';

import type { Test, Transaction } from 'dredd';

import type { PlannedCase } from '../../plan/index.ts';
import type { Exchange, SentCase } from '../../judge/index.ts';
import { openBodySchema } from './body-schema.ts';
import { startForwarder } from './forwarder.ts';
import { createHttpClient } from './http-client.ts';
import type { Sender, SendOptions } from './sender.ts';

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
 * Dredd sends to a forwarder, which applies the same limits, headers and patience as the built-in sender.
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
  { connection, onSent, onLost, signal }: SendOptions,
  expectationOf: (planned: PlannedCase) => DreddExpectation,
): Promise<void> {
  const { default: Dredd } = await import('dredd');
  const { default: reporterOutput } = await import('dredd/build/reporters/reporterOutputLogger.js');
  // Dredd's command-line reporter cannot be disabled, and it prints every request with its API key.
  reporterOutput.default.transports.console.silent = true;

  const client = createHttpClient(connection);
  const agent = new Agent({ keepAlive: true });
  let underWay: Exchange | undefined;
  let stopped: { readonly error: unknown } | undefined;
  const forwarder = await startForwarder(async (request) => {
    try {
      underWay = await client.send(request);
      return underWay;
    } catch (error) {
      stopped ??= { error };
      onLost?.(request);
      throw error;
    }
  });

  const transactions = cases.map((planned, index) =>
    toTransaction(planned, index, forwarder.url, expectationOf(planned)),
  );
  const settle = ({ title }: Test, end: DreddResult): void => {
    const planned = cases[Number(title)];
    // Dredd would catch what is thrown here.
    try {
      if (planned !== undefined && stopped === undefined) onSent(toSentCase(planned, underWay, end));
    } catch (error) {
      stopped ??= { error };
    }
    forget(transactions[Number(title)]);
  };
  const emitter = new EventEmitter();
  emitter.on('test start', () => {
    underWay = undefined;
  });
  emitter.on('test pass', (test: Test) => settle(test, {}));
  emitter.on('test fail', (test: Test) => settle(test, { verdict: test.message ?? 'failed' }));
  emitter.on('test error', (error: Error, test: Test) => settle(test, { error }));

  const runner = new Dredd({
    endpoint: forwarder.url,
    apiDescriptions: [{ location: 'seed.json', content: SEED_DOCUMENT }],
    emitter,
    loglevel: 'silent',
    http: { agent },
  });
  const { transactionRunner } = runner;
  const execute = transactionRunner.executeAllTransactions.bind(transactionRunner);
  transactionRunner.executeAllTransactions = (seeds, hooks, done) => {
    seeds.splice(0, seeds.length, ...transactions);
    hooks.beforeEachHooks.push((transaction) => {
      transaction.skip = stopped !== undefined || (signal?.aborted ?? false);
    });
    execute(seeds, hooks, done);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      runner.run((error) => (error ? reject(error) : resolve()));
    });
  } finally {
    agent.destroy();
    forwarder.close();
    client.close();
  }
  if (stopped !== undefined) throw stopped.error;
}

/** Dredd keeps all transactions until the end. Their responses can be large, and are not needed again. */
function forget(transaction: Transaction | undefined): void {
  setImmediate(() => {
    delete transaction?.real;
    delete transaction?.results;
    delete transaction?.test;
  });
}

function toTransaction(
  planned: PlannedCase,
  index: number,
  forwarder: string,
  expected: DreddExpectation,
): Transaction {
  const { operationId, scenario, variant, request } = planned;
  const { hostname, port, protocol, pathname } = new URL(forwarder);
  return {
    id: String(index),
    name: `${operationId} > ${scenario} > ${variant}`,
    host: hostname,
    port,
    protocol,
    fullPath: `${pathname}${request.path}`,
    skip: false,
    request: {
      method: request.method,
      uri: request.path,
      headers: { ...request.headers },
      body: request.body ?? '',
    },
    expected,
    origin: { filename: 'openapi.yaml', apiName: '', resourceGroupName: '', resourceName: '', actionName: operationId },
  };
}

/** What Dredd says about a transaction: nothing if the response is as expected. */
interface DreddResult {
  readonly verdict?: string;
  readonly error?: Error;
}

/**
 * Returns the exchange as the verifier's own client recorded it, with Dredd's verdict on it. If Dredd itself fails on a
 * response, it has no verdict, and only this project's checks judge the response.
 * @throws {Error} if Dredd did not send the request, which is not the target's fault
 */
function toSentCase(planned: PlannedCase, exchange: Exchange | undefined, { verdict, error }: DreddResult): SentCase {
  const { operationId, scenario, variant, request } = planned;
  if (exchange === undefined)
    throw new Error(`Dredd did not send ${operationId} ${scenario} (${variant})`, { cause: error });
  const sent: SentCase = { planned, exchange: { ...exchange, request } };
  return verdict === undefined || 'failure' in exchange ? sent : { ...sent, verdict: verdict.trim() };
}
