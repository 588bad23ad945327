import { contract, isObject, sizeInWords } from '../contract/index.ts';

/** What is wrong with a request, by the code of the error that Node or Fastify raise for it, or the type of body-parser's. */
const MESSAGES: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'The chunk extensions of the body are too long',
  HPE_HEADER_OVERFLOW: 'The request target and headers are longer than 16 KiB',
  HPE_INVALID_METHOD: 'The method is unknown',

  FST_ERR_BAD_URL: 'The request target is not a well-formed URL',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty; it must be JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Header Content-Length does not match the body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not well-formed JSON',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: `Header Content-Type must be ${contract.envelope.mediaType}`,
  FST_ERR_MAX_PARAM_LENGTH: 'The path has a segment that is too long',

  'charset.unsupported': 'The body must be JSON in UTF-8',
  'encoding.unsupported': 'Header Content-Encoding is not supported; send the body as it is',
  'entity.parse.failed': 'The body is not well-formed JSON',
  'entity.verify.failed': 'The body does not match its signature',
  'request.aborted': 'The request broke off',
  'request.size.invalid': 'Header Content-Length does not match the body',
};

/** The same where the limit on bodies belongs to the message. */
const TOO_LARGE = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'entity.too.large']);

const MALFORMED = 'The request is not well-formed HTTP';

/**
 * What is wrong with the request, in words, where an error is Node's, Fastify's or body-parser's way to say so; `undefined` for any
 * other error. Never in the error's own words: those may tell of the inside.
 * @param bodyLimit how many bytes a body may have, where the error does not say so itself
 */
export function requestFault(error: unknown, bodyLimit?: number): string | undefined {
  if (!isObject(error)) return undefined;
  // Express's; one without a status would be a mistake of the server's own.
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

/** The same for an error of the HTTP parser, which is always about the request. */
export function parserFault(error: unknown): string {
  return requestFault(error) ?? MALFORMED;
}

/** The status that an error brings along, as those of Fastify, Express and http-errors do. */
export function statusOf(error: unknown): number | undefined {
  if (!isObject(error)) return undefined;
  return [error.statusCode, error.status].find((status) => typeof status === 'number');
}
