import type { Answer, Asked, Bend } from '../hostile-level/bent-server.ts';
import { withHeaders } from '../hostile-level/bent-server.ts';

/** How a server differs from the contract in ways that a target file can declare. */
export interface Shape {
  /** The ids as the server shows them, and which of the reference server's each stands for. */
  readonly ids: {
    readonly show: (id: number) => string;
    /** Matches every id, and only ids; its group is passed to `read`. */
    readonly pattern: RegExp;
    readonly read: (group: string) => number;
  };
  /** The header of the API key, and what precedes the key in it. */
  readonly key: { readonly header: string; readonly prefix: string };
  readonly malformed: 400 | 404 | 422;
  /** Without this header, a server of another tenant answers. */
  readonly tenant: { readonly header: string; readonly value: string };
}

const ELSEWHERE: Answer = {
  status: 421,
  headers: { 'content-type': 'text/html' },
  body: '<title>Sign in</title>',
};

/** The position of the id in `/api/v1/{organization}/{workspace}/{entity}/{id}`. */
const ID_SEGMENT = 6;

/** Gives the reference server another shape, without changing what it does. */
export function shaped({ ids, key, malformed, tenant }: Shape): Bend {
  const whole = new RegExp(`^${ids.pattern.source}$`);
  const quoted = new RegExp(`"${ids.pattern.source}"`, 'g');
  const read = (_text: string, group: string): string => String(ids.read(group));
  const show = (id: string): string => ids.show(Number(id));

  return async (asked, pass) => {
    if (asked.headers[tenant.header] !== tenant.value) return ELSEWHERE;
    const id = idIn(asked.path);
    const known = id === undefined ? undefined : whole.exec(id)?.[1];
    const path = id === undefined ? asked.path : withId(asked.path, known === undefined ? 'x' : read('', known));
    const answer = await pass(withBody({ ...keyed(asked, key), path }, asked.body.replace(quoted, read)));
    const { 'www-authenticate': challenge, ...headers } = answer.headers;
    const scheme = challenge === undefined || key.prefix === '' ? {} : { 'www-authenticate': key.prefix.trim() };
    const shown = answer.body
      .replace(/"(id|customer_id)":(\d+)/g, (_text, name: string, each: string) => `"${name}":"${show(each)}"`)
      .replace(/(Record (?:not found: )?)(\d+)/g, (_text, before: string, each: string) => before + (id ?? show(each)))
      .replace(/(Referenced \w+ ')(\d+)/g, (_text, before: string, each: string) => before + show(each));
    const isMalformed = id !== undefined && known === undefined && shown.includes('Record not found: x"');
    return {
      ...answer,
      headers: { ...headers, ...scheme },
      ...(isMalformed ? refusal(malformed, id) : { body: shown }),
    };
  };
}

function keyed(asked: Asked, { header, prefix }: Shape['key']): Asked {
  const { authorization: _theirs, [header]: sent, ...headers } = asked.headers;
  const plain = { ...asked, headers };
  return sent?.startsWith(prefix) === true
    ? withHeaders(plain, { authorization: `Bearer ${sent.slice(prefix.length)}` })
    : plain;
}

function withBody(asked: Asked, body: string): Asked {
  return body === asked.body ? asked : { ...withHeaders(asked, { 'content-length': String(body.length) }), body };
}

function idIn(path: string): string | undefined {
  const segments = (path.split('?')[0] ?? '').split('/');
  const segment = segments[ID_SEGMENT];
  if (segments.length !== ID_SEGMENT + 1 || segment === undefined || segment === 'bulk' || segment === '')
    return undefined;
  try {
    return Buffer.from(decodeURIComponent(segment)).toString('latin1');
  } catch {
    return undefined;
  }
}

function withId(path: string, id: string): string {
  const [plain = '', ...query] = path.split('?');
  return [plain.split('/').with(ID_SEGMENT, id).join('/'), ...query].join('?');
}

function refusal(status: Shape['malformed'], id: string): Pick<Answer, 'status' | 'body'> {
  const error = {
    400: { code: 'BAD_REQUEST', message: 'This is not an id' },
    404: { code: 'NOT_FOUND', message: `Record not found: ${id}` },
    422: {
      code: 'VALIDATION_ERROR',
      message: 'Validation failed: 1 error(s)',
      details: [{ field: 'id', message: 'is not an id' }],
    },
  }[status];
  return { status, body: JSON.stringify({ error }) };
}
