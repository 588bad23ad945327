import { hash } from 'node:crypto';
import { createServer } from 'node:http';

import { fail, isObject, toEnvelope } from '../../src/contract/index.ts';
import { demoDefinition, readStrictJson, validateRecord } from '../../src/workspace/index.ts';

const [, , port = '0'] = process.argv;
const customers = demoDefinition.workspaces
  .flatMap(({ entities }) => entities)
  .filter(({ name }) => name === 'Customer')
  .slice(0, 1);

/** Runs only the checks with which the reference server refuses a customer. The rest of its time is what could still be saved. */
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  const answer = (): void => {
    // The reference server looks up API keys by this hash.
    hash('sha256', request.headers.authorization ?? '');
    const values = readStrictJson(Buffer.concat(chunks));
    const details = isObject(values) ? customers.flatMap((entity) => validateRecord(entity, values, 'create')) : [];
    const failure = fail('validationError', { details });
    const text = JSON.stringify(toEnvelope(failure));
    const length = Buffer.byteLength(text);
    response.writeHead(failure.status, { 'Content-Type': 'application/json', 'Content-Length': length }).end(text);
  };
  // Like the reference server, respond after all requests of this turn of the event loop have been read.
  request.once('end', () => setImmediate(answer));
}).listen(Number(port), '127.0.0.1');
