import { demoKeys } from '../../src/server/testing/test-server.ts';

/** The lines of a head that most requests have. */
export const HOST = 'Host: localhost';
export const KEY = `Authorization: Bearer ${demoKeys.readWrite}`;
export const JSON_TYPE = 'Content-Type: application/json';
export const CLOSE = 'Connection: close';

/** Where the customers are. */
export const CUSTOMERS = '/api/v1/acme-corp/sales/Customer';

/** A customer that could be stored. */
export const JANE = JSON.stringify({ name: 'Jane Doe', email: 'jane@example.com' });

/** A request as it is sent: the lines of its head, and its body. */
export function wire(head: readonly string[], body = ''): string {
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** A request that would store a customer, if it were not for its framing (RFC 9112, section 6). */
export function creation(framing: readonly string[], body: string, version = '1.1'): string {
  return wire([`POST ${CUSTOMERS} HTTP/${version}`, HOST, KEY, JSON_TYPE, ...framing], body);
}

/** A text as one chunk of a body. */
export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What the JSON says; `undefined` where there is no body. */
  readonly body: unknown;
}

/** All the answers on a connection, each cut off where its length says. Those of the class 1xx are left out. */
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
