import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply } from 'fastify';

import type { WrittenAnswer } from '../../disturbance/index.ts';
import { disturb } from '../../disturbance/index.ts';
import type { Disturbances } from '../../injection/index.ts';
import { readDisturbances } from '../../injection/index.ts';

/** Delays or breaks the responses whose requests ask for it. */
export function disturbAnswers(app: FastifyInstance): void {
  const wanted = new WeakMap<IncomingMessage, Disturbances>();
  app.addHook('onRequest', async ({ raw }) => {
    wanted.set(raw, readDisturbances(raw.headersDistinct));
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const { delay = 0, disturbance } = wanted.get(request.raw) ?? {};
    const send = (): void => {
      if (disturbance === undefined) done(null, payload);
      // Fastify waits for a response that this has taken over.
      else disturb(disturbance, reply.raw, written(reply, payload));
    };
    if (delay === 0) return send();
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    setTimeout(delay, undefined, { signal: left.signal }).then(send, () => undefined);
  });
}

function written(reply: FastifyReply, payload: unknown): WrittenAnswer {
  const text = typeof payload === 'string' ? payload : '';
  const headers = Object.entries(reply.getHeaders()).map(([name, value]): [string, string] => [name, String(value)]);
  const length: Record<string, string> = text === '' ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  return { status: reply.statusCode, headers: { ...Object.fromEntries(headers), ...length }, text };
}
