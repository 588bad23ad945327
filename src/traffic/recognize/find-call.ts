import type { OperationId, OperationKey } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';

/** A request to the API, by its parts. */
export interface Call {
  /** `outsideOperations` if no operation has this method and path. */
  readonly operation: OperationKey;
  /** Everything after the base URL, as it was sent. */
  readonly path: string;
  /** The parameters of the path, decoded. A parameter whose escapes are invalid is missing. */
  readonly parameters: PathParameters;
  readonly query: URLSearchParams;
}

export interface PathParameters {
  readonly organization?: string;
  readonly workspace?: string;
  readonly entityName?: string;
  readonly id?: string;
}

/** What precedes the path of a call, unless a base URL says so. */
const BASE_PATH = `${contract.servers.server.basePath}/`;

/** The parameters that precede the path of an operation. */
const PLACE = '/{organization}/{workspace}';

/**
 * Reads which operation a request calls. Returns `undefined` if it is not one to the API.
 * @param baseUrl everything before `/{orgSlug}`. By default, the first `/api/v1/` of the path ends it, whatever the host is
 */
export function findCall(method: string, url: string, baseUrl?: string): Call | undefined {
  const path = pathAfterBase(url, baseUrl);
  if (path === undefined) return undefined;
  const [sent = '', query = ''] = splitOnce(path, '?');
  const own = contract.operationIds
    .map((id) => ({ id, parameters: parametersOf(sent, PLACE + contract.operations[id].path) }))
    .filter((each) => each.parameters !== undefined);
  // `/{entityName}/bulk` precedes `/{entityName}/{id}`.
  const exact = own.find(({ id }) => contract.operations[id].method === method && endsAlike(sent, id));
  const called = exact ?? own.find(({ id }) => contract.operations[id].method === method);
  return {
    operation: called?.id ?? 'outsideOperations',
    path,
    parameters: called?.parameters ?? {},
    query: new URLSearchParams(query),
  };
}

function pathAfterBase(url: string, baseUrl: string | undefined): string | undefined {
  const [withoutFragment = ''] = splitOnce(url, '#');
  if (baseUrl !== undefined) {
    const isBelow = withoutFragment.startsWith(`${baseUrl}/`);
    return isBelow ? withoutFragment.slice(baseUrl.length) : undefined;
  }
  const [path = ''] = splitOnce(withoutFragment, '?');
  const start = path.indexOf(BASE_PATH);
  return start === -1 ? undefined : withoutFragment.slice(start + BASE_PATH.length - 1);
}

/** Whether a path ends with the last segment of an operation that has no parameter there. */
function endsAlike(path: string, id: OperationId): boolean {
  const last = contract.operations[id].path.split('/').at(-1) ?? '';
  return !last.startsWith('{') && path.endsWith(`/${last}`);
}

function parametersOf(path: string, template: string): PathParameters | undefined {
  const [segments, parts] = [path.split('/'), template.split('/')];
  const fits =
    parts.length === segments.length &&
    parts.every((part, at) => (part.startsWith('{') ? segments[at] !== '' : part === segments[at]));
  if (!fits) return undefined;
  return Object.fromEntries(
    parts.flatMap((part, at) => {
      const value = part.startsWith('{') ? decoded(segments[at] ?? '') : undefined;
      return value === undefined ? [] : [[part.slice(1, -1), value]];
    }),
  );
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
