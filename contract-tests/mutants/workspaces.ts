import { asked } from './asked.ts';
import type { BentRequest } from './bending.ts';
import { READ_WRITE, withKey } from './keys.ts';

/** Whether a request addresses the given workspace. */
export function isIn(request: BentRequest, workspace: string): boolean {
  return asked(request)?.workspace === workspace;
}

/** Returns the same request for the active workspace, with a read-write key of that workspace. */
export function moved(request: BentRequest): BentRequest {
  const path = request.path.replace('/archive/', '/sales/');
  return withKey({ ...request, path }, READ_WRITE);
}
