import { createServer } from 'node:http';

import { mockAnswers as documented } from '../../src/contract/answers/index.ts';

const [, , port = '0'] = process.argv;

const answers = {
  ok: answerOf('listRecords', 200),
  unauthorized: answerOf('listRecords', 401),
  notFound: answerOf('listRecords', 404),
  invalid: answerOf('createRecord', 422),
};

/** Sends the same bytes as the other mocks, with as little logic as possible. */
createServer((request, response) => {
  if (request.method === 'POST') {
    request.resume().once('end', () => write(answers.invalid));
  } else if (request.headers.authorization === undefined) write(answers.unauthorized);
  else write(request.url?.endsWith('/Customer') === true ? answers.ok : answers.notFound);

  function write({ status, text }: { readonly status: number; readonly text: string }): void {
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
      .end(text);
  }
}).listen(Number(port), '127.0.0.1');

function answerOf(operationId: 'listRecords' | 'createRecord', status: number) {
  const answer: { readonly body?: unknown } | undefined = documented.operations[operationId].answers.find(
    (each) => each.status === status,
  );
  return { status, text: JSON.stringify(answer?.body) };
}
