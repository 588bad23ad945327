import { contract } from '../../../contract/index.ts';
import { writeRequest } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { hostileCase } from './hostile-case.ts';

const METHODS: ReadonlySet<string> = new Set(contract.operationIds.map((id) => contract.operations[id].method));

/** Whether no operation of the contract uses a method. */
export function isForeignMethod(method: string): boolean {
  return !METHODS.has(method);
}

const FOREIGN = ['PATCH', 'TRACE', 'PROPFIND'].filter(isForeignMethod);

/** A method that is not registered: an HTTP parser refuses it before any implementation sees it. */
const UNKNOWN = 'FROBNICATE';

/** Methods that no operation uses, on a collection and on a missing record. */
export function foreignMethods({ drafts }: ProbeContext): readonly HostileCase[] {
  const places = {
    'an entity': drafts.validRequest('listRecords'),
    'a record': { ...drafts.validRequest('getRecord'), id: drafts.missingId },
  };
  return Object.entries(places).flatMap(([place, draft]) =>
    [...FOREIGN, UNKNOWN].map((method) =>
      hostileCase(draft, {
        variant: `${method} of ${place}`,
        answers: ['badRequest', 'routeNotFound'],
        request: { ...writeRequest(draft), method },
        brokenFraming: method === UNKNOWN,
      }),
    ),
  );
}
