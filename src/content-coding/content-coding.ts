import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const DECODERS: Readonly<Record<string, (body: Buffer, limit: { readonly maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  identity: (body) => body,
};

/** The maximum size of a response body, in bytes. No response of the contract comes close. */
export const LARGEST_BODY = 4 * 1024 * 1024;

/** The failure of an exchange with a larger response body. */
export const TOO_LONG = `the response is larger than ${LARGEST_BODY} bytes`;

/**
 * Decodes the content codings of a body, the last one first (RFC 9110, section 8.4). Requests do not ask for any, but a server
 * may use them anyway.
 * @throws {Error} if a coding is unknown, or the body cannot be decoded
 */
export function decodeContent(body: Buffer, codings: string | undefined, maxOutputLength: number): Buffer {
  const names = (codings ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names
    .filter((name) => name !== '')
    .reduceRight((decoded, name) => {
      const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
      if (decode === undefined) throw new Error(`the response has an unknown content coding, "${name}"`);
      return decoded.length === 0 ? decoded : decode(decoded, { maxOutputLength });
    }, body);
}
