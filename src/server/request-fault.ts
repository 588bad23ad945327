import { isObject } from '../contract/index.ts';

/** What is wrong with a request, by the code of the error that Fastify or Node raise for it. */
const MESSAGES: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'The request target is not a well-formed URL',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than 1 MiB',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Header Content-Length does not match the body',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Header Content-Type must be application/json',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'The chunk extensions of the body are too long',
  HPE_HEADER_OVERFLOW: 'The request target and headers are longer than 16 KiB',
  HPE_INVALID_METHOD: 'The method is unknown',
};

const MALFORMED = 'The request is not well-formed HTTP';

/** What is wrong with the request, in words, where an error is Fastify's or Node's way to say so; `undefined` for any other error. */
export function requestFault(error: unknown): string | undefined {
  const { code, statusCode } = readError(error);
  const known = Object.hasOwn(MESSAGES, code) ? MESSAGES[code] : undefined;
  if (known !== undefined) return known;
  return statusCode >= 400 && statusCode < 500 ? MALFORMED : undefined;
}

/** The same for an error of the HTTP parser, which is always about the request. */
export function parserFault(error: unknown): string {
  return requestFault(error) ?? MALFORMED;
}

function readError(error: unknown): { code: string; statusCode: number } {
  if (!isObject(error)) return { code: '', statusCode: 0 };
  const { code, statusCode } = error;
  return {
    code: typeof code === 'string' ? code : '',
    statusCode: typeof statusCode === 'number' ? statusCode : 0,
  };
}
