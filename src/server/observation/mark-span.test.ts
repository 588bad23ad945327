import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { Server } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Attributes, Context, ContextManager, Span } from '@opentelemetry/api';
import { context, INVALID_SPAN_CONTEXT, ROOT_CONTEXT, trace } from '@opentelemetry/api';

import type { Question, TestServer } from '../testing/test-server.ts';
import { ask, demoKeys, startTestServer } from '../testing/test-server.ts';

/** Keeps the context of OpenTelemetry along promises and callbacks, as an SDK does. */
const storage = new AsyncLocalStorage<Context>();
const contexts: ContextManager = {
  active: () => storage.getStore() ?? ROOT_CONTEXT,
  with: (each, work, self, ...words) => storage.run(each, () => work.call(self, ...words)),
  bind: (_context, target) => target,
  enable: () => contexts,
  disable: () => contexts,
};

/** Creates a span that adds its attributes to an object. */
function spanInto(attributes: Attributes): Span {
  const span: Span = {
    spanContext: () => INVALID_SPAN_CONTEXT,
    setAttribute(name, value) {
      attributes[name] = value;
      return span;
    },
    setAttributes: () => span,
    addEvent: () => span,
    addLink: () => span,
    addLinks: () => span,
    setStatus: () => span,
    updateName: () => span,
    end: () => undefined,
    isRecording: () => true,
    recordException: () => undefined,
  };
  return span;
}

/** The attributes of the spans, in the order of their requests. */
let spans: Attributes[];
let server: TestServer;
beforeAll(async () => {
  context.setGlobalContextManager(contexts);
  server = await startTestServer({ rateLimit: 10, faults: true });
  // The instrumentation of Node's HTTP server does the same.
  const { emit } = Server.prototype;
  Reflect.set(Server.prototype, 'emit', function (this: Server, ...words: unknown[]): unknown {
    const proceed = (): unknown => Reflect.apply(emit, this, words);
    if (words[0] !== 'request') return proceed();
    const attributes: Attributes = {};
    spans.push(attributes);
    return context.with(trace.setSpan(context.active(), spanInto(attributes)), proceed);
  });
});
afterAll(async () => {
  Reflect.deleteProperty(Server.prototype, 'emit');
  context.disable();
  await server.close();
});
beforeEach(() => {
  spans = [];
});

it('the API of OpenTelemetry is old enough for the SDKs that bring version 1.9 of it', () => {
  const manifest = new URL('../../../node_modules/@opentelemetry/api/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  expect(version).toMatch(/^1\.[0-9]\./);
});

describe('error.type of the span of a request', () => {
  const wrong = { method: 'POST', body: { name: '', email: 'nope' } };

  it.each<[string, Question]>([
    ['invalidApiKey', { key: null }],
    ['expiredApiKey', { key: demoKeys.expired }],
    ['readOnlyKey', { ...wrong, key: demoKeys.readOnly }],
    ['recordNotFound', { path: '/Customer/42' }],
    ['validationError', wrong],
    ['routeNotFound', { path: 'nowhere' }],
    ['internalError', { headers: { 'x-fault': 'internalError' } }],
  ])('is the scenario: %s', async (scenario, question) => {
    await ask(server, question);
    expect(spans).toEqual([{ 'error.type': scenario }]);
  });

  it('is the one of its own request if several are carried out at the same time', async () => {
    await Promise.all([ask(server), ask(server, { path: '/Customer/42' }), ask(server, { key: demoKeys.revoked })]);
    expect(spans.map((each) => each['error.type'] ?? '').toSorted()).toEqual(['', 'invalidApiKey', 'recordNotFound']);
  });

  it('is not set for a success', async () => {
    await ask(server);
    expect(spans).toEqual([{}]);
  });

  it('is the status of a request that exceeds the limit', async () => {
    const headers = { authorization: `Bearer ${demoKeys.inventory}` };
    const send = (): Promise<Response> => fetch(`${server.url}/acme-corp/inventory/Product`, { headers });
    while ((await send()).status !== 429);
    expect(spans.at(-1)).toEqual({ 'error.type': '429' });
  });
});
