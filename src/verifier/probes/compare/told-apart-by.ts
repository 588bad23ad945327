import type { Exchange } from '../../judge/exchange.ts';

/** A request's answer, and its answer to the same request once more: what differs between the two says nothing. */
export type Twice = readonly [Exchange, Exchange];

/** By what two requests are told apart, in words; `undefined` where their answers say the same. */
export function toldApartBy(one: Twice, other: Twice): string | undefined {
  const segments = [...one, ...other].flatMap(({ request }) => request.path.split(/[/?]/));
  for (const sayOf of [wholeOf, headOf, statusOf]) {
    const [first, again] = one.map((exchange) => withoutChance(sayOf(exchange), segments));
    const [second, secondAgain] = other.map((exchange) => withoutChance(sayOf(exchange), segments));
    if (first === again && second === secondAgain && first !== second) return `${first} against ${second}`;
  }
  const only = [...headersOfBoth(one).difference(headersOfEither(other))];
  const missing = [...headersOfBoth(other).difference(headersOfEither(one))];
  const [header] = [...only, ...missing];
  return header === undefined ? undefined : `the header ${header}, which one answer has and the other has not`;
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

/** A cache or a gateway adds a header to one answer and not to the next; what tells is there each time. */
function headersOfBoth([first, again]: Twice): ReadonlySet<string> {
  return headersOf(first).intersection(headersOf(again));
}

function headersOfEither([first, again]: Twice): ReadonlySet<string> {
  return headersOf(first).union(headersOf(again));
}

function headersOf(exchange: Exchange): ReadonlySet<string> {
  return new Set('failure' in exchange ? [] : Object.keys(exchange.response.headers));
}

/** Without what an answer repeats of the requests, ids, times, and numbers that nobody counts to. */
function withoutChance(text: string, segments: readonly string[]): string {
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
