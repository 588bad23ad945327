import type { FastifyReply, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';

import { recordedAnswers } from './recorded-answers.ts';

const [, , port = '0', file = ''] = process.argv;
const answerTo = recordedAnswers(file);

const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

const answer = ({ method, url, headers, body }: FastifyRequest, reply: FastifyReply): void => {
  const { status, text } = answerTo(
    method,
    url,
    headers.authorization !== undefined,
    typeof body === 'string' ? body : undefined,
  );
  reply.code(status).header('content-type', 'application/json').send(text);
};

/** Does what the raw server does, by one route of the framework that the reference server is made with: more than that it can't reach. */
app.all('*', answer);
await app.listen({ host: '127.0.0.1', port: Number(port) });
