import type { Expectation, PlannedRequest } from '../../plan/index.ts';
import { curlOf } from '../../plan/index.ts';
import { BASE_PATH } from '../core/route.ts';
import type { BoardWay } from './board.ts';

/** Everything before the paths of the requests, at a name that is nobody's (RFC 2606, section 2): a browser puts the mock's own in. */
export const baseUrl = `http://mock.invalid${BASE_PATH}`;

/** Makes one way to provoke a cell of its request and of what must answer. */
export function makeWay(name: string, request: PlannedRequest, expected: Expectation): BoardWay {
  return { name, request, expected, curl: curlOf(baseUrl, request) };
}
