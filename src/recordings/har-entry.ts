import { isObject, parseJson } from '../contract/index.ts';
import type { RecordedExchange } from '../traffic/index.ts';
import { readHeaders, readText } from './read-values.ts';

/** Reads an entry of a HAR file, as browsers and proxies write it. Returns `undefined` if it has no request and response. */
export function readHarEntry(entry: unknown): RecordedExchange | undefined {
  if (!isObject(entry) || !isObject(entry.request) || !isObject(entry.response)) return undefined;
  const { request, response, startedDateTime } = entry;
  const { method, url, postData } = request;
  const { status } = response;
  if (typeof method !== 'string' || typeof url !== 'string' || typeof status !== 'number') return undefined;
  const sent = isObject(postData) ? readText(postData.text, postData.encoding) : undefined;
  const received = responseText(response.content);
  return {
    request: { method, url, headers: readHeaders(request.headers), ...(sent === undefined ? {} : { body: sent }) },
    response: {
      status,
      headers: readHeaders(response.headers),
      ...(received === undefined ? {} : { body: received }),
    },
    ...(typeof startedDateTime === 'string' ? { startedAt: startedDateTime } : {}),
  };
}

/** Returns the text of a response. One without a body has no text either, and its size is 0. A text that was cut says nothing. */
function responseText(content: unknown): string | undefined {
  if (!isObject(content)) return undefined;
  const { text, encoding, size } = content;
  const read = readText(text, encoding);
  if (read === undefined) return size === 0 ? '' : undefined;
  const isCut = typeof size === 'number' && Buffer.byteLength(read) < size && parseJson(read) === undefined;
  return isCut ? undefined : read;
}
