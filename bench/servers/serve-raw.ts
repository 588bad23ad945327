import { createServer } from 'node:http';

import { recordedAnswers } from './recorded-answers.ts';

const [, , port = '0', file = ''] = process.argv;
const answerTo = recordedAnswers(file);

/** Sends the recorded responses of another server to the same requests, with no logic of its own. */
createServer((request, response) => {
  const { method = '', url = '', headers } = request;
  const authorized = headers.authorization !== undefined;
  if (method === 'GET') return write();
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.once('end', () => write(body));

  function write(body?: string): void {
    const { status, text } = answerTo(method, url, authorized, body);
    const length = Buffer.byteLength(text);
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': length }).end(text);
  }
}).listen(Number(port), '127.0.0.1');
