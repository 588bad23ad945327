import { afterEach, describe, expect, it } from '@jest/globals';
import type { RequestHandler } from 'express';
import express from 'express';
import type { FastifyInstance } from 'fastify';

import { internalError, toEnvelope } from '../contract/index.ts';
import type { Application, Framework } from './testing/application.ts';
import { frameworks, startExpress, startFastify } from './testing/application.ts';
import { ask } from './testing/ask.ts';
import { oddValues } from './testing/odd-values.ts';

const INTERNAL_ERROR = JSON.stringify(toEnvelope(internalError()));

const TEXT = { 'content-type': 'text/plain' };

type Fail = () => never;

/** Adds a hook that fails to every route of a scope, although TypeScript does not know that it can be of any kind. */
function addHook(app: FastifyInstance, name: string, fail: Fail, kind: 'sync' | 'async'): void {
  const hook = kind === 'sync' ? () => fail() : async () => fail();
  Reflect.apply(app.addHook, app, [name, hook]);
}

const hookNames = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend'];
const kinds = ['sync', 'async'] as const;

const answerOk = (app: FastifyInstance): void =>
  void app.route({ method: ['GET', 'POST'], url: '/case', handler: async () => ({ ok: true }) });

/** Where an application on Fastify can throw. */
const placesOfFastify: Readonly<Record<string, (app: FastifyInstance, fail: Fail) => void>> = {
  'a handler': (app, fail) => void app.get('/case', () => fail()),
  'an async handler': (app, fail) => void app.get('/case', async () => fail()),
  'an error handler of a scope': (app, fail) =>
    void app.register(async (scope) => {
      scope.setErrorHandler(() => fail());
      scope.get('/case', async () => {
        throw new Error('first');
      });
    }),
  'a serializer': (app, fail) =>
    void app.get('/case', async (_request, reply) => reply.serializer(() => fail()).send({ ok: true })),
  'a payload': (app, fail) => void app.get('/case', async () => ({ toJSON: () => fail() })),
  ...Object.fromEntries(
    kinds.flatMap((kind) =>
      ([undefined, 'string', 'buffer'] as const).flatMap((parseAs) =>
        ([true, false] as const).map((isOfScope) => [
          `a parser of ${parseAs ?? 'streams'}${isOfScope ? ' of a scope' : ''}, ${kind}`,
          (app: FastifyInstance, fail: Fail) => {
            const parser = kind === 'sync' ? () => fail() : async () => fail();
            const configure = (scope: FastifyInstance): void => {
              Reflect.apply(scope.addContentTypeParser, scope, ['text/plain', { parseAs }, parser]);
              answerOk(scope);
            };
            if (isOfScope) app.register(async (scope) => configure(scope));
            else configure(app);
          },
        ]),
      ),
    ),
  ),
  ...Object.fromEntries(
    hookNames.flatMap((name) =>
      kinds.flatMap((kind) => [
        [
          `a hook ${name}, ${kind}`,
          (app: FastifyInstance, fail: Fail) => {
            addHook(app, name, fail, kind);
            answerOk(app);
          },
        ],
        [
          `a hook ${name} of a scope, ${kind}`,
          (app: FastifyInstance, fail: Fail) =>
            void app.register(async (scope) => {
              addHook(scope, name, fail, kind);
              answerOk(scope);
            }),
        ],
        [
          `a hook ${name} of a route, ${kind}`,
          (app: FastifyInstance, fail: Fail) => {
            const hook = kind === 'sync' ? () => fail() : async () => fail();
            app.get('/case', { [name]: hook }, async () => ({ ok: true }));
          },
        ],
      ]),
    ),
  ),
  'onSend, after a handler that failed': (app, fail) => {
    addHook(app, 'onSend', fail, 'async');
    app.get('/case', async () => {
      throw new Error('first');
    });
  },
};

/** A middleware that replaces a method of the response, as those for sessions and compression do. */
const replaced = (method: 'end' | 'writeHead' | 'setHeader' | 'removeHeader', fail: Fail): RequestHandler => {
  return (_request, response, next) => {
    Object.assign(response, { [method]: fail });
    next();
  };
};

/** Where an application on Express can throw. */
const placesOfExpress: Readonly<Record<string, (app: express.Express, fail: Fail) => void>> = {
  'a handler': (app, fail) => void app.get('/case', () => fail()),
  'an async handler': (app, fail) => void app.get('/case', async () => fail()),
  'a middleware': (app, fail) => {
    app.use(() => fail());
    app.get('/case', (_request, response) => void response.json({ ok: true }));
  },
  'an async middleware': (app, fail) => {
    app.use(async () => fail());
    app.get('/case', (_request, response) => void response.json({ ok: true }));
  },
  'a middleware of a router': (app, fail) => {
    const router = express.Router();
    router.use(() => fail());
    app.use(router);
    app.get('/case', (_request, response) => void response.json({ ok: true }));
  },
  'a middleware of a mounted application': (app, fail) => {
    const inner = express();
    inner.use(() => fail());
    app.use(inner);
    app.get('/case', (_request, response) => void response.json({ ok: true }));
  },
  'a parameter': (app, fail) => {
    app.param('name', () => fail());
    app.get('/:name', (_request, response) => void response.json({ ok: true }));
  },
  'an async parameter': (app, fail) => {
    app.param('name', async () => fail());
    app.get('/:name', (_request, response) => void response.json({ ok: true }));
  },
  'a parameter of a router': (app, fail) => {
    const router = express.Router();
    router.param('name', () => fail());
    app.use(router.get('/:name', (_request, response) => void response.json({ ok: true })));
  },
  'a parameter of a mounted application': (app, fail) => {
    const inner = express();
    inner.param('name', () => fail());
    app.use(inner.get('/:name', (_request, response) => void response.json({ ok: true })));
  },
  'an error handler': (app, fail) => {
    app.get('/case', () => {
      throw new Error('first');
    });
    app.use(((_error, _request, _response, _next) => fail()) satisfies express.ErrorRequestHandler);
  },
  'a payload': (app, fail) => void app.get('/case', (_request, response) => void response.json({ toJSON: fail })),
  ...Object.fromEntries(
    (['end', 'writeHead', 'setHeader', 'removeHeader'] as const).map((method) => [
      `response.${method}`,
      (app: express.Express, fail: Fail) => {
        app.use(replaced(method, fail));
        app.get('/case', (_request, response) => {
          response.removeHeader('x-unset');
          response.json({ ok: true });
        });
      },
    ]),
  ),
};

const places: Readonly<Record<Framework, Readonly<Record<string, (fail: Fail) => Promise<Application>>>>> = {
  fastify: mapped(placesOfFastify, (place) => (fail) => startFastify((app) => place(app, fail))),
  express: mapped(placesOfExpress, (place) => (fail) => startExpress((app) => place(app, fail))),
};

function mapped<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

describe.each(frameworks)('an application on %s', (framework) => {
  let running: Application;
  afterEach(() => running.close());

  it.each(Object.entries(places[framework]))(
    'responds with the envelope, whatever it throws in %s',
    async (place, start) => {
      let make: () => unknown = () => undefined;
      running = await start(() => {
        throw make();
      });
      for (const [title, each] of Object.entries(oddValues)) {
        make = each;
        const question = place.startsWith('a parser') ? { method: 'POST', headers: TEXT, body: 'a' } : {};
        const { status, reason, headers, text } = await ask(running.port, '/case', question);
        const reported = running.causes.splice(0).length > 0;
        expect([title, status, reason, text, reported]).toEqual([
          title,
          500,
          'Internal Server Error',
          INTERNAL_ERROR,
          true,
        ]);
        expect(headers).toMatchObject({
          'content-type': 'application/json',
          'x-request-id': expect.stringMatching(/./),
        });
        expect(headers).not.toHaveProperty('x-secret');
      }
    },
  );
});
