import type { Exchange } from '../../../judge/index.ts';

/** The exchanges of one request that was sent twice. Whatever differs between the two is noise. */
export type Twice = readonly [Exchange, Exchange];

/** Describes how the responses to two requests can be distinguished; `undefined` if they cannot. */
export function toldApartBy(one: Twice, other: Twice): string | undefined {
  const segments = [...one, ...other].flatMap(({ request }) => request.path.split(/[/?]/));
  for (const partOf of [wholeOf, headOf, statusOf]) {
    const [first, again] = one.map((exchange) => withoutNoise(partOf(exchange), segments));
    const [second, secondAgain] = other.map((exchange) => withoutNoise(partOf(exchange), segments));
    if (first === again && second === secondAgain && first !== second) return `${first} versus ${second}`;
  }
  const only = [...headersOfBoth(one).difference(headersOfEither(other))];
  const missing = [...headersOfBoth(other).difference(headersOfEither(one))];
  const [header] = [...only, ...missing];
  return header === undefined ? undefined : `only one of the responses has the header ${header}`;
}

function wholeOf(exchange: Exchange): string {
  return 'failure' in exchange ? exchange.failure : `${headOf(exchange)} ${exchange.response.body}`;
}

function headOf(exchange: Exchange): string {
  if ('failure' in exchange) return exchange.failure;
  const { 'content-type': type = '', 'www-authenticate': challenge = '' } = exchange.response.headers;
  return `${statusOf(exchange)} ${type} ${challenge}`;
}

function statusOf(exchange: Exchange): string {
  return 'failure' in exchange ? exchange.failure : String(exchange.response.status);
}

/** Returns the headers that both responses have: a cache or a gateway may add others to only one of them. */
function headersOfBoth([first, again]: Twice): ReadonlySet<string> {
  return headersOf(first).intersection(headersOf(again));
}

function headersOfEither([first, again]: Twice): ReadonlySet<string> {
  return headersOf(first).union(headersOf(again));
}

function headersOf(exchange: Exchange): ReadonlySet<string> {
  return new Set('failure' in exchange ? [] : Object.keys(exchange.response.headers));
}

/** Replaces segments of the request paths, UUIDs, times and long numbers. */
function withoutNoise(text: string, segments: readonly string[]): string {
  const words = [...new Set(segments)].filter((segment) => segment !== '').map(escaped);
  return text
    .replace(new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'g'), '…')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '…')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?/g, '…')
    .replace(/\b\d{10,}\b/g, '…')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
