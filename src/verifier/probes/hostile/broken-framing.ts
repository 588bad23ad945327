import type { RequestDraft } from '../../../plan/index.ts';
import { writeExactJson, writeRequest } from '../../../plan/index.ts';
import type { RawRequest } from '../../senders/raw-socket.ts';
import type { ProbeContext } from '../probe.ts';
import type { HostileCase, Hostility } from './hostile-case.ts';
import { hostileCase } from './hostile-case.ts';

/** Exceeds the default limits of common servers for the request line and the headers. In bytes. */
const OVER_LIMIT = 20_000;

/** Requests that are not valid HTTP (RFC 9110, RFC 9112), sent byte for byte. */
export function brokenFraming(context: ProbeContext): readonly HostileCase[] {
  return [...brokenHeads(context), ...brokenBodies(context)];
}

function brokenHeads({ drafts, target }: ProbeContext): readonly HostileCase[] {
  const draft = drafts.validRequest('listRecords');
  const { host } = new URL(target.baseUrl);
  const request = writeRequest(draft);
  const withHeaders = (headers: RawRequest['headers']): RawRequest => ({
    ...request,
    headers: { ...request.headers, ...headers },
  });
  const heads: Readonly<Record<string, RawRequest>> = {
    'a URL over the limit': { ...request, path: `${request.path}?x=${'x'.repeat(OVER_LIMIT)}` },
    'a header over the limit': withHeaders({ 'x-filler': 'x'.repeat(OVER_LIMIT) }),
    'an unknown expectation': withHeaders({ expect: 'nonsense' }),
    'no Host': { ...request, withoutHost: true },
    'two Hosts': withHeaders({ host, Host: host }),
    'a space in the path': { ...request, path: `${request.path}/1 2` },
    'non-ASCII bytes in the path': { ...request, path: `${request.path}/ü` },
  };
  return Object.entries(heads).map(([variant, raw]) => broken(draft, { variant, raw }));
}

function brokenBodies({ drafts }: ProbeContext): readonly HostileCase[] {
  const { unique } = drafts.entity;
  const write = (
    variant: string,
    frame: (json: string) => { readonly headers: RawRequest['headers']; readonly body: string },
    known: Partial<Hostility> = {},
  ): HostileCase => {
    const values = drafts.newValues();
    const draft = { ...drafts.validRequest('createRecord'), body: values };
    const request = writeRequest(draft);
    const { headers, body } = frame(writeExactJson(values));
    const raw = { ...request, headers: { ...request.headers, ...headers }, body };
    return broken(draft, { variant, raw, marker: String(values[unique]), ...known });
  };
  return [
    write('chunks with a length', (json) => {
      const body = `${chunk(json)}0\r\n\r\n`;
      return { headers: { 'content-length': lengthOf(body), 'transfer-encoding': 'chunked' }, body };
    }),
    // The part before the invalid chunk must not be accepted as the whole body.
    write(
      'an invalid chunk',
      (json) => ({ headers: { 'transfer-encoding': 'chunked' }, body: `${chunk(json)}ZZ\r\n` }),
      { refused: true },
    ),
    write('a negative length', (json) => ({ headers: { 'content-length': '-1' }, body: json })),
    write('two lengths', (json) => ({
      headers: { 'content-length': lengthOf(json), 'Content-Length': lengthOf(`${json} `) },
      body: `${json} `,
    })),
  ];
}

function broken(draft: RequestDraft, hostility: Omit<Hostility, 'answers'>): HostileCase {
  return hostileCase(draft, { answers: ['badRequest'], brokenFraming: true, ...hostility });
}

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

function lengthOf(text: string): string {
  return String(Buffer.byteLength(text));
}
