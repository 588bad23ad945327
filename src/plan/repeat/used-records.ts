import { contract } from '../../contract/index.ts';
import type { PlannedRequest } from '../planned-case.ts';
import type { RecordId } from '../record-id.ts';
import type { FindRecord } from './ids-in-request.ts';
import { markedPath, recordsIn } from './ids-in-request.ts';
import type { MayContainIds } from './reference-columns.ts';
import type { Trace } from './trace.ts';
import { entityAt, hasValueOf, isPathOf, isSameEntity } from './trace.ts';

/** Returns a function that returns the records which a request uses, each after those that its own creation uses. */
export function userOf(
  traces: readonly Trace[],
  mayContain: MayContainIds,
): (request: PlannedRequest) => readonly Trace[] {
  const direct = new Map<PlannedRequest, readonly Trace[]>();
  const byId = Map.groupBy(traces, ({ record }) => record.id);
  const directly = (request: PlannedRequest): readonly Trace[] => {
    const known = direct.get(request) ?? usedIn(request);
    direct.set(request, known);
    return known;
  };
  /** The records that a request itself uses. */
  const usedIn = (request: PlannedRequest): readonly Trace[] => {
    const { path, body = '' } = request;
    const owner = ownerOf(
      path,
      traces.filter(({ record }) => record.request !== request),
    );
    const inBody = recordsIn(body, finderOf(request, byId, mayContain));
    return traces.filter(
      (trace) =>
        trace.record.request !== request && (trace === owner || inBody.has(trace) || hasValueOf(request, trace)),
    );
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

/** Returns a function that finds the record which a value in the body of a request is the id of: the nearest one, if several could be. */
export function finderOf(
  request: PlannedRequest,
  byId: ReadonlyMap<RecordId, readonly Trace[]>,
  mayContain: MayContainIds,
): FindRecord {
  const { path } = request;
  return (id, column) => {
    const possible = (byId.get(id) ?? []).filter((trace) => {
      if (trace.record.request === request) return false;
      if (column === undefined || column === 'id') return isSameEntity(path, trace);
      return mayContain(entityAt(path, trace), column, entityAt(trace.collection, trace));
    });
    return nearestFirst(path, possible)[0];
  };
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

/** Sorts the records of the workspace of a path before all others. */
function nearestFirst(path: string, traces: readonly Trace[]): readonly Trace[] {
  const isNear = ({ collection }: Trace): boolean =>
    path.startsWith(`${collection.slice(0, collection.lastIndexOf('/'))}/`);
  return traces.toSorted((one, other) => Number(isNear(other)) - Number(isNear(one)));
}
