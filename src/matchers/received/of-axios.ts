import { isObject } from '../../contract/index.ts';
import type { RecordedRequest } from '../../traffic/index.ts';
import type { Received } from './received.ts';
import { readHeaders, writeBody } from './received.ts';

/** Reads a response of axios, or an AxiosError that has one. */
export function ofAxios(value: Readonly<Record<string, unknown>>): Received | undefined {
  const response = value.isAxiosError === true ? value.response : value;
  if (!isObject(response) || !isObject(response.config) || typeof response.status !== 'number') return undefined;
  const { status, headers, data, config } = response;
  const request = requestOf(config, response.request);
  return {
    response: { status, headers: readHeaders(headers), body: writeBody(data) },
    ...(request === undefined ? {} : { request }),
  };
}

function requestOf(config: Readonly<Record<string, unknown>>, sent: unknown): RecordedRequest | undefined {
  const { method, data, headers } = config;
  const url = sentUrl(sent) ?? configuredUrl(config);
  if (typeof method !== 'string' || url === undefined) return undefined;
  // Before a response, axios has written the body as text.
  const body = typeof data === 'string' ? { body: data } : {};
  return {
    method: method.toUpperCase(),
    url,
    headers: readHeaders(isObject(headers) ? { ...headers } : headers),
    ...body,
  };
}

/** The address that was requested, from a request of a browser or of Node. */
function sentUrl(request: unknown): string | undefined {
  if (!isObject(request)) return undefined;
  const { responseURL, res } = request;
  const url = isObject(res) ? res.responseUrl : responseURL;
  return typeof url === 'string' && url !== '' ? url : undefined;
}

/** The address of a configuration without parameters, which only axios knows how to write. */
function configuredUrl({ baseURL, url, params }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof url !== 'string' || params !== undefined) return undefined;
  if (typeof baseURL !== 'string' || /^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  return `${baseURL.replace(/\/$/, '')}/${url.replace(/^\//, '')}`;
}
