import { isObject } from '../contract/index.ts';
import type { RecordedExchange } from '../traffic/index.ts';
import { readHeaders, readText } from './read-values.ts';

/**
 * Reads a line of an NDJSON recording, which docs/judge.md describes:
 * `{"request": {"method", "url", "headers", "body"}, "response": {"status", "headers", "body"}, "startedAt"}`.
 * @returns the exchange, or what the line lacks
 */
export function readNdjsonLine(value: unknown): RecordedExchange | string {
  if (!isObject(value)) return 'it is not an object';
  const { request, response, startedAt } = value;
  if (!isObject(request)) return 'it has no "request"';
  if (!isObject(response)) return 'it has no "response"';
  const { method, url } = request;
  const status = typeof response.status === 'string' ? Number(response.status) : response.status;
  if (typeof method !== 'string') return 'it has no "request.method"';
  if (typeof url !== 'string') return 'it has no "request.url"';
  if (typeof status !== 'number' || !Number.isInteger(status)) return 'it has no "response.status"';
  return {
    request: { method: method.toUpperCase(), url, headers: readHeaders(request.headers), ...bodyOf(request) },
    response: { status, headers: readHeaders(response.headers), ...bodyOf(response) },
    ...(typeof startedAt === 'string' ? { startedAt } : {}),
  };
}

/** A body is a text, or JSON that has been parsed. A body that is null was empty, and one that is missing was not recorded. */
function bodyOf({ body, encoding }: Readonly<Record<string, unknown>>): { readonly body?: string } {
  if (body === undefined) return {};
  if (body === null) return { body: '' };
  return { body: readText(body, encoding) ?? JSON.stringify(body) };
}
