import type { PlannedRequest } from './planned-case.ts';

/** Writes the curl command that repeats a request. Masked keys appear as shell variables, which the shell expands. */
export function curlOf(baseUrl: string, request: PlannedRequest): string {
  return partsOf(baseUrl, request).join(' ');
}

/** Writes the same command over several lines, one per part. */
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

/** By default, curl requests no content coding. */
function isNotCurlsOwn([name, value]: readonly [string, string]): boolean {
  return name !== 'accept-encoding' || value !== 'identity';
}

/** Quotes text for a POSIX shell, which still expands `$NAME`. */
function doubleQuoted(text: string): string {
  return `"${text.replace(/[\\"`]/g, '\\$&')}"`;
}

/** Quotes text for a POSIX shell, which takes it literally. */
function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
