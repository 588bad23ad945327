import { demoKeys } from '../../src/server/testing/test-server.ts';

/** Header lines that most requests have. */
export const HOST = 'Host: localhost';
export const KEY = `Authorization: Bearer ${demoKeys.readWrite}`;
export const JSON_TYPE = 'Content-Type: application/json';
export const CLOSE = 'Connection: close';

/** The path of the Customer collection. */
export const CUSTOMERS = '/api/v1/acme-corp/sales/Customer';

/** A valid customer. */
export const JANE = JSON.stringify({ name: 'Jane Doe', email: 'jane@example.com' });

/** Formats a raw request from the lines of its head and its body. */
export function wire(head: readonly string[], body = ''): string {
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** Formats a raw create request that is valid except, possibly, for its framing (RFC 9112, section 6). */
export function creation(framing: readonly string[], body: string, version = '1.1'): string {
  return wire([`POST ${CUSTOMERS} HTTP/${version}`, HOST, KEY, JSON_TYPE, ...framing], body);
}

/** Formats text as one chunk of a body. */
export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

/** A response parsed from raw bytes. */
export interface WireAnswer {
  readonly status: number;
  /** Keyed by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The parsed JSON, or `undefined` if there is no body. */
  readonly body: unknown;
}

/** Parses all responses on a connection, using their Content-Length. Leaves out 1xx responses. */
export function answersIn(bytes: string): readonly WireAnswer[] {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return [];
  const [line = '', ...lines] = bytes.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1]);
  const headers = Object.fromEntries(
    lines.map((each) => {
      const [name = '', ...value] = each.split(': ');
      return [name.toLowerCase(), value.join(': ')];
    }),
  );
  const rest = Buffer.from(bytes.slice(end + 4));
  const length = Number(headers['content-length'] ?? 0);
  const text = rest.subarray(0, length).toString();
  const others = answersIn(rest.subarray(length).toString());
  if (status < 200) return others;
  return [{ status, headers, text, body: text === '' ? undefined : JSON.parse(text) }, ...others];
}
