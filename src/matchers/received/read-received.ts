import { isObject } from '../../contract/index.ts';
import { ofAxios } from './of-axios.ts';
import { ofClient } from './of-client.ts';
import { ofSupertest } from './of-supertest.ts';
import type { Received } from './received.ts';
import { NotAResponse, readHeaders, writeBody } from './received.ts';
import type { FetchResponse } from './response-text.ts';
import { isFetchResponse, responseText } from './response-text.ts';

/**
 * Reads what was passed to `expect`. Only the body of a `Response` takes a promise.
 * @throws {NotAResponse} when it has no response that can be judged
 */
export function readReceived(value: unknown): Received | Promise<Received> {
  if (!isObject(value)) throw notOne();
  // Not only promises: a request of supertest has `then`, too.
  if (typeof value.then === 'function')
    throw new NotAResponse('this is not awaited; await the request, and pass what it resolves to');
  if (isFetchResponse(value)) return ofFetch(value);
  const known = ofSupertest(value) ?? ofAxios(value) ?? ofClient(value) ?? ofPathCall(value);
  if (known !== undefined) return known;
  if (typeof value.response === 'function' && typeof value.status === 'number')
    throw new NotAResponse('this is a fixture, not a response; pass what its response() returns');
  if (value.isAxiosError === true) throw new NotAResponse(`there is no response: ${String(value.message)}`);
  throw notOne();
}

async function ofFetch(response: FetchResponse): Promise<Received> {
  const { status, headers, url, redirected } = response;
  const address = url === undefined || url === '' || redirected === true ? {} : { url };
  return { response: { status, headers: readHeaders(headers), body: await responseText(response) }, ...address };
}

/** Reads the result of a call by path: data or error as parsed, and the response. */
function ofPathCall({ data, error, response }: Readonly<Record<string, unknown>>): Received | undefined {
  if (!isObject(response) || !isFetchResponse(response) || (data === undefined && error === undefined))
    return undefined;
  return {
    response: { status: response.status, headers: readHeaders(response.headers), body: writeBody(error ?? data) },
    ...(response.url === undefined || response.url === '' ? {} : { url: response.url }),
  };
}

function notOne(): NotAResponse {
  return new NotAResponse(
    'this is not a response; pass a Response of fetch, a result of workspace-api-client, or a response of axios or supertest',
  );
}
