import { isObject } from '../../contract/index.ts';
import type { Received } from './received.ts';
import { readHeaders, writeBody } from './received.ts';

/** Reads a response of supertest, or of superagent. */
export function ofSupertest(value: Readonly<Record<string, unknown>>): Received | undefined {
  const { status, headers, header, text, body } = value;
  if (typeof status !== 'number' || !isObject(header) || typeof text === 'function') return undefined;
  // Without a text, the body was not text either.
  const sent =
    typeof text === 'string' ? text : isObject(body) && Object.keys(body).length === 0 ? '' : writeBody(body);
  const { request: asked } = value;
  const response = { status, headers: readHeaders(isObject(headers) ? headers : header), body: sent };
  if (!isObject(asked) || typeof asked.method !== 'string' || typeof asked.url !== 'string') return { response };
  const { method, url, _data: data, header: sentHeaders } = asked;
  const requestBody = data === undefined || data === null ? {} : { body: writeBody(data) };
  return { response, request: { method, url, headers: readHeaders(sentHeaders), ...requestBody } };
}
