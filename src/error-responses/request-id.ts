import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the request id, in requests and in responses. */
export const REQUEST_ID = 'x-request-id';

const USABLE = /^[\w.-]{1,128}$/;

/** The API keys that the reference server issues, wherever they occur in an id. A word such as `task_7` is not one. */
const ISSUED_KEY = /(?<![a-z0-9])sk_|sk_(live|test)_/i;

/** An id this long that occurs in the credentials is a part of them. A shorter one may occur there by chance. */
const PART_OF_KEY = 8;

/** The property of a request that holds its id. */
const GIVEN = Symbol('request id');

/**
 * Returns the id of a request: the same one on every call. It is the one that the caller sent if that is safe to write to headers
 * and logs, and a new UUID otherwise. An id that contains an API key, or a part of the request's own, is not safe.
 */
export function idOf(request: IncomingMessage & { [GIVEN]?: string }): string {
  const { [REQUEST_ID]: sent, authorization } = request.headers;
  const isUsable = typeof sent === 'string' && USABLE.test(sent) && !containsKey(sent, authorization);
  request[GIVEN] ??= isUsable ? sent : randomUUID();
  return request[GIVEN];
}

function containsKey(id: string, authorization = ''): boolean {
  const credentials = authorization.split(' ').filter((word) => word !== '' && !/^(bearer|basic)$/i.test(word));
  const lowerCase = id.toLowerCase();
  return (
    ISSUED_KEY.test(id) ||
    ENCODED_STARTS.some((start) => containsEncoded(id, lowerCase, start)) ||
    credentials.some(
      (word) =>
        isPart(lowerCase, word.toLowerCase()) ||
        // Encoding takes time, and makes a text longer.
        (id.length > word.length && containsEncoded(id, lowerCase, encoded(word))),
    )
  );
}

function isPart(id: string, word: string): boolean {
  return id.includes(word) || (id.length >= PART_OF_KEY && word.includes(id));
}

/** A text in hexadecimal digits, and in Base64 (RFC 4648, section 5) at each position in a group of three bytes. */
interface Encoded {
  readonly hex: string;
  readonly base64: readonly string[];
}

function encoded(text: string): Encoded {
  const base64 = [0, 1, 2].map((before) => {
    const characters = Buffer.from(' '.repeat(before) + text).toString('base64url');
    // Without the characters that also depend on what comes before or after the text.
    return characters.slice(Math.ceil((before * 4) / 3), Math.floor(((before + text.length) * 4) / 3));
  });
  return { hex: Buffer.from(text).toString('hex'), base64 };
}

function containsEncoded(id: string, lowerCase: string, { hex, base64 }: Encoded): boolean {
  return lowerCase.includes(hex) || base64.some((each) => id.includes(each));
}

const ENCODED_STARTS = ['sk_live_', 'sk_test_'].map(encoded);
