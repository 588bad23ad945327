import { contract, isObject, sizeInWords } from '../contract/index.ts';

/** Messages for errors about a request, by the error's code (Node, Fastify) or type (body-parser). */
const MESSAGES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'The chunk extensions of the body are too long',
  HPE_INVALID_METHOD: 'The method is unknown',

  FST_ERR_BAD_URL: 'The request target is not a well-formed URL',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty; it must be JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Header Content-Length does not match the body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not well-formed JSON',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: `Header Content-Type must be ${contract.envelope.mediaType}`,
  FST_ERR_MAX_PARAM_LENGTH: 'The path has a segment that is too long',

  'charset.unsupported': 'The body must be JSON in UTF-8',
  'encoding.unsupported': 'Header Content-Encoding is not supported; send the body uncompressed',
  'entity.parse.failed': 'The body is not well-formed JSON',
  'entity.verify.failed': 'The body does not match its signature',
  'request.aborted': 'The request was aborted',
  'request.size.invalid': 'Header Content-Length does not match the body',
};

/** Codes and types of errors about a body over the limit. Their message contains the limit. */
const TOO_LARGE = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'entity.too.large']);

const MALFORMED = 'The request is not well-formed HTTP';

/**
 * Returns a message for an error that Node, Fastify or body-parser raises about a request, and `undefined` for any other error.
 * Never returns the error's own message, which may reveal internal details.
 * @param bodyLimit the maximum size of a body in bytes, if the error does not contain it
 */
export function requestFault(error: unknown, bodyLimit?: number): string | undefined {
  if (!isObject(error)) return undefined;
  // Express sets a status on its URIError. Without one, the error is a bug in the server.
  if (error.name === 'URIError' && statusOf(error) !== undefined)
    return 'The path must have well-formed percent escapes';
  const names = [error.code, error.type].filter((name) => typeof name === 'string');
  if (names.some((name) => TOO_LARGE.has(name))) {
    const limit = typeof error.limit === 'number' ? error.limit : bodyLimit;
    return limit === undefined ? 'The body is too large' : `The body is larger than ${sizeInWords(limit)}`;
  }
  const known = names.find((name) => Object.hasOwn(MESSAGES, name));
  return known === undefined ? undefined : MESSAGES[known];
}

/**
 * Returns a message for an error of the HTTP parser, which is always about the request.
 * @param headerLimit the maximum size of the target and the headers in bytes, which the error does not contain
 */
export function parserFault(error: unknown, headerLimit: number): string {
  if (isObject(error) && error.code === 'HPE_HEADER_OVERFLOW')
    return `The request target and headers are longer than ${sizeInWords(headerLimit)}`;
  return requestFault(error) ?? MALFORMED;
}

/** Returns the status of an error. Errors of Fastify, Express and http-errors have one. */
export function statusOf(error: unknown): number | undefined {
  if (!isObject(error)) return undefined;
  return [error.statusCode, error.status].find((status) => typeof status === 'number');
}
