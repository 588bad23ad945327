import type { ReceivedResponse } from '../../judge/index.ts';
import { keptBody } from '../../judge/index.ts';
import { decodeContent, LARGEST_BODY } from '../../content-coding/index.ts';

const HEAD_END = '\r\n\r\n';

/**
 * Reads the first final response from the bytes received so far (RFC 9112). Returns `undefined` if it is incomplete or not
 * HTTP. Reads everything after the head of a response to HEAD as its body, so that a check can detect it.
 * @param ended whether the connection has ended, so that no more bytes will arrive
 */
export function readResponse(bytes: Buffer, method: string, ended: boolean): ReceivedResponse | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end === -1) return undefined;
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.\d (\d{3})(?: |$)/.exec(statusLine)?.[1]);
  if (Number.isNaN(status)) return undefined;
  const rest = bytes.subarray(end + HEAD_END.length);
  if (status < 200) return readResponse(rest, method, ended);
  const headers = readHeaders(lines);
  const body = method === 'HEAD' ? (ended ? rest : undefined) : readBody(rest, status, headers, ended);
  return body === undefined ? undefined : { status, headers, ...keptBody(status, decoded(body, headers), body.length) };
}

/** Decodes a body. Returns it as received if it does not have the coding that its headers declare. */
function decoded(body: Buffer, headers: Readonly<Record<string, string>>): string {
  try {
    return decodeContent(body, headers['content-encoding'], LARGEST_BODY).toString('utf8');
  } catch {
    return body.toString('utf8');
  }
}

function readHeaders(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** Reads a body (RFC 9112, section 6.3). Once the connection has ended, returns a truncated body as received. */
function readBody(
  rest: Buffer,
  status: number,
  headers: Readonly<Record<string, string>>,
  ended: boolean,
): Buffer | undefined {
  if (status === 204 || status === 304) return rest;
  if (/chunked/i.test(headers['transfer-encoding'] ?? '')) return readChunks(rest) ?? (ended ? rest : undefined);
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (rest.length >= length) return rest.subarray(0, length);
  return ended ? rest : undefined;
}

function readChunks(rest: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(rest.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size)) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    const start = lineEnd + 2;
    if (start + size > rest.length) return undefined;
    chunks.push(rest.subarray(start, start + size));
    at = start + size + 2;
  }
}
