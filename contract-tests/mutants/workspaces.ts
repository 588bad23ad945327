import { asked } from './asked.ts';
import type { BentRequest } from './bending.ts';
import { READ_WRITE, withKey } from './keys.ts';

/** Whether a request is about a workspace. */
export function isIn(request: BentRequest, workspace: string): boolean {
  return asked(request)?.workspace === workspace;
}

/** The same request for the workspace that can be written, with its key. */
export function moved(request: BentRequest): BentRequest {
  const path = request.path.replace('/archive/', '/sales/');
  return withKey({ ...request, path }, READ_WRITE);
}
