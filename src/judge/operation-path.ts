import { contract } from '../contract/index.ts';

/** How many path segments precede those of the operation: the organization and the workspace. */
const SEGMENTS_BEFORE = 2;

/** Whether a path, relative to the base URL, is that of an operation, whatever the method. */
export function isOperationPath(path: string): boolean {
  const [withoutQuery = ''] = path.split('?', 1);
  const segments = withoutQuery.split('/').slice(1);
  if (segments.includes('')) return false;
  const own = segments.slice(SEGMENTS_BEFORE);
  return contract.operationIds.some((id) => fits(own, contract.operations[id].path));
}

function fits(segments: readonly string[], template: string): boolean {
  const parts = template.split('/').slice(1);
  return parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at]);
}
