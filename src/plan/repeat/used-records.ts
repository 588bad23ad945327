import { contract } from '../../contract/index.ts';
import type { PlannedRequest } from '../planned-case.ts';
import { hasId, markedPath, readBody } from './ids-in-request.ts';
import type { Trace } from './trace.ts';
import { hasValueOf, isPathOf, isSameEntity } from './trace.ts';

/** Returns a function that returns the records which a request uses, each after those that its own creation uses. */
export function userOf(traces: readonly Trace[]): (request: PlannedRequest) => readonly Trace[] {
  const direct = new Map<PlannedRequest, readonly Trace[]>();
  const directly = (request: PlannedRequest): readonly Trace[] => {
    const known = direct.get(request) ?? usedIn(request, traces);
    direct.set(request, known);
    return known;
  };
  /** The records that reference the record of a path: while there are any, it must not be deleted. */
  const referencing = ({ method, path }: PlannedRequest): readonly Trace[] =>
    method === contract.operations.deleteRecord.method
      ? traces.filter(({ record }) => directly(record.request).some((parent) => isPathOf(parent.path, path)))
      : [];
  return (request) => {
    const seen = new Set([request]);
    const visit = (used: readonly Trace[]): readonly Trace[] =>
      used.flatMap((trace) => {
        const { request: creation } = trace.record;
        if (seen.has(creation)) return [];
        seen.add(creation);
        return [...visit(directly(creation)), trace];
      });
    return visit([...directly(request), ...referencing(request)]);
  };
}

/** Returns the records that a request itself uses. */
function usedIn(request: PlannedRequest, traces: readonly Trace[]): readonly Trace[] {
  const { path, body = '' } = request;
  const json = readBody(body);
  const others = traces.filter(({ record }) => record.request !== request);
  const owner = ownerOf(path, others);
  return others.filter(
    (trace) =>
      trace === owner ||
      hasValueOf(request, trace) ||
      (body.includes(trace.written) && hasId(json, { id: trace.record.id, isSame: isSameEntity(path, trace) })),
  );
}

/**
 * Returns the record whose path a request has, if any: by its own name, or by another name of the entity, the workspace or the record
 * itself. Records of several entities may have the same id.
 */
export function ownerOf(path: string, traces: readonly Trace[]): Trace | undefined {
  const named = traces.filter(({ record }) => markedPath(path, record, '') !== path);
  return (
    named.find((trace) => isPathOf(trace.path, path)) ?? named.find((trace) => isSameEntity(path, trace)) ?? named[0]
  );
}

/** Sorts the records in the collection of a path before all others. */
export function nearestFirst(path: string, traces: readonly Trace[]): readonly Trace[] {
  const [near = [], far = []] = [true, false].map((isNear) =>
    traces.filter(({ collection }) => `${path}/`.replace('?', '/').startsWith(`${collection}/`) === isNear),
  );
  return [...near, ...far];
}
