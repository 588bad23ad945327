import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const DECODERS: Readonly<Record<string, (body: Buffer, limit: { readonly maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  identity: (body) => body,
};

/** How long an answer may be, in bytes: no answer of the contract comes near. */
export const LARGEST_BODY = 4 * 1024 * 1024;

/** What is told of a longer one. */
export const TOO_LONG = `the answer is longer than ${LARGEST_BODY} bytes`;

/**
 * Undoes the content codings of a body (RFC 9110, section 8.4), the last one first. Requests ask for none, and a server may
 * use one all the same.
 * @throws {Error} where a coding is unknown, or the body is not of it
 */
export function decodeContent(body: Buffer, codings: string | undefined, maxOutputLength: number): Buffer {
  const names = (codings ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names
    .filter((name) => name !== '')
    .reduceRight((decoded, name) => {
      const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
      if (decode === undefined) throw new Error(`the answer is in an unknown content coding, "${name}"`);
      return decoded.length === 0 ? decoded : decode(decoded, { maxOutputLength });
    }, body);
}
