/** Decodes UTF-8. Throws if the bytes are not valid UTF-8; keeps a byte order mark. */
type Decode = (bytes: Uint8Array) => string;

/** Needs no global that simulated pages lack. Percent escapes are decoded as strictly as a `TextDecoder` that is fatal. */
let decode: Decode = (bytes) =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));

/** Replaces the decoder with a faster one. The main door of this room does so when it is loaded. */
export function useDecoder(next: Decode): void {
  decode = next;
}

/** @throws {Error} if the bytes are not valid UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string {
  return decode(bytes);
}
