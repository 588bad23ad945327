import type { Expectation, PlannedRequest } from '../../plan/index.ts';
import { curlOf } from '../../plan/index.ts';
import { BASE_PATH } from '../../mock-core/index.ts';
import type { BoardWay } from './board.ts';

/** A placeholder for everything before the paths, with a reserved name (RFC 2606, section 2). The browser inserts the mock's address. */
export const baseUrl = `http://mock.invalid${BASE_PATH}`;

/** Creates one way to trigger a cell's scenario. */
export function makeWay(name: string, request: PlannedRequest, expected: Expectation): BoardWay {
  return { name, request, expected, curl: curlOf(baseUrl, request) };
}
