import type { Target, Unavailable } from '../../plan/index.ts';

/** The raw path of an entity of the target's workspace, below the base URL. */
export function collectionPath(target: Target, entityName: string): { readonly path: string } | Unavailable {
  const { organization, workspace, keys } = target;
  const missing = Object.entries({ organization, workspace, 'keys.readWrite': keys.readWrite }).find(
    ([, value]) => value === undefined,
  );
  if (missing !== undefined) return { reason: `the target file has no ${missing[0]}` };
  return { path: `/${[organization, workspace, entityName].map((part) => encodeURIComponent(part ?? '')).join('/')}` };
}

/** The headers of a request of the run's own, with the key of the workspace that the path is in. */
export function authorized(target: Target, path: string, body?: string): Record<string, string> {
  const { restricted, keys } = target;
  const inRestricted = restricted !== undefined && path.split('/')[2] === encodeURIComponent(restricted.workspace);
  const key = inRestricted ? restricted.key : keys.readWrite;
  return {
    accept: 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}
