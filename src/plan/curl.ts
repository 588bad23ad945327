import type { PlannedRequest } from './planned-case.ts';

/** The command line that repeats a request. Masked keys stand in it as shell variables, which the shell fills in. */
export function curlOf(baseUrl: string, request: PlannedRequest): string {
  return partsOf(baseUrl, request).join(' ');
}

/** The same command line for people to read: each part on a line of its own. */
export function curlLinesOf(baseUrl: string, request: PlannedRequest): string {
  return partsOf(baseUrl, request).join(' \\\n  ');
}

function partsOf(baseUrl: string, { method, path, headers, body }: PlannedRequest): readonly string[] {
  return [
    `curl -i -X ${method}`,
    ...Object.entries(headers)
      .filter(isNotCurlsOwn)
      .map(([name, value]) => `-H ${doubleQuoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${singleQuoted(body)}`]),
    `--path-as-is ${singleQuoted(`${baseUrl}${path}`)}`,
  ];
}

/** curl asks for no content coding by itself. */
function isNotCurlsOwn([name, value]: readonly [string, string]): boolean {
  return name !== 'accept-encoding' || value !== 'identity';
}

/** Quotes for a POSIX shell, which fills in `$NAME`. */
function doubleQuoted(text: string): string {
  return `"${text.replace(/[\\"`]/g, '\\$&')}"`;
}

/** Quotes for a POSIX shell, which takes everything inside literally. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
