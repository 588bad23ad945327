import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port = '0', file = ''] = process.argv;

interface Answer {
  readonly method: string;
  readonly path: string;
  readonly authorized: boolean;
  readonly body: string | undefined;
  readonly status: number;
  readonly text: string;
}

const answers: readonly Answer[] = JSON.parse(readFileSync(file, 'utf8'));

const find = (method: string | undefined, path: string | undefined, authorized: boolean): Answer | undefined =>
  answers.find((each) => each.method === method && each.path === path && each.authorized === authorized);

/** Answers the bytes that another server answered to the same requests, and has nothing behind it. */
createServer((request, response) => {
  const { method, url, headers } = request;
  const authorized = headers.authorization !== undefined;
  if (method === 'GET') return write(find(method, url, authorized));
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.once('end', () => write(answers.find((each) => each.body === body) ?? find(method, url, authorized)));

  function write(answer: Answer | undefined): void {
    const { status, text } = answer ?? { status: 500, text: '' };
    const length = Buffer.byteLength(text);
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': length }).end(text);
  }
}).listen(Number(port), '127.0.0.1');
