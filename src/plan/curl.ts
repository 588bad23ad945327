import type { PlannedRequest } from './planned-case.ts';
import { shellWord } from './shell-word.ts';

/** What a curl command repeats besides the request. */
export interface CurlOptions {
  /** Secrets by the name of the shell variable that is written in place of each. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Headers that are sent with every request. The request's own headers take precedence. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns the command that repeats a request. Secrets are shell variables; everything else is literal. */
export function curlOf(baseUrl: string, request: PlannedRequest, options: CurlOptions = {}): string {
  return partsOf(baseUrl, request, options).join(' ');
}

/** Returns the same command for people to read: each part on its own line. */
export function curlLinesOf(baseUrl: string, request: PlannedRequest): string {
  return partsOf(baseUrl, request, {}).join(' \\\n  ');
}

function partsOf(
  baseUrl: string,
  { method, path, headers, body }: PlannedRequest,
  { secrets = {}, headers: general = {} }: CurlOptions,
): readonly string[] {
  const quote = quoter(secrets);
  const sent = Object.entries({ ...general, ...headers });
  const url = `${baseUrl}${path}`;
  return [
    // With -X HEAD, curl waits for a body that never comes. It refuses --head together with a body.
    method === 'HEAD' && body === undefined ? 'curl --head' : `curl -i -X ${method}`,
    ...sent.filter(isNotCurlsOwn).map(([name, value]) => `-H ${quote(headerOf(name, value))}`),
    ...(body === undefined ? [] : [...withoutOwnType(sent), `--data-raw ${quote(body)}`]),
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    `--path-as-is ${quote(url)}`,
  ];
}

/** curl sends no accept-encoding unless asked to. */
function isNotCurlsOwn([name, value]: readonly [string, string]): boolean {
  return name !== 'accept-encoding' || value !== 'identity';
}

/** For curl, a name without a value removes the header, and one with a semicolon sends it empty. */
function headerOf(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** curl declares every body a form unless a header declares another type. */
function withoutOwnType(sent: readonly (readonly [string, string])[]): readonly string[] {
  return sent.some(([name]) => name.toLowerCase() === 'content-type') ? [] : ["-H 'content-type:'"];
}

/** Returns a function that quotes for a POSIX shell: secrets as variables in double quotes, the rest in single quotes. */
function quoter(secrets: Readonly<Record<string, string>>): (text: string) => string {
  const byLength = Object.entries(secrets).sort(([, one], [, other]) => other.length - one.length);
  const quote = (text: string, [first, ...others]: typeof byLength): string => {
    if (first === undefined) return shellWord(text);
    const [name, secret] = first;
    return text
      .split(secret)
      .map((part) => quote(part, others))
      .join(`"$${name}"`);
  };
  return (text) => quote(text, byLength) || "''";
}
