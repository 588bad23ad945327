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

/** Sends the same bytes as the raw server, through one route of Fastify. The reference server uses Fastify, so it cannot be faster. */
app.all('*', answer);
await app.listen({ host: '127.0.0.1', port: Number(port) });
