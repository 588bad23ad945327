import { isObject, parseJson } from '../../contract/index.ts';
import type { FailOn, FindingName, KnownFinding } from '../../judge/index.ts';
import { matches, patternOf } from '../../judge/index.ts';
import { isContent, isContentProbe, unprovokedCase, unprovokedProbe } from './outcomes.ts';
import type { Finding, Report } from './report.ts';

/** Options for the list of known findings. */
export interface KnownListOptions {
  readonly failOn: FailOn;
  /** The list that the run was given. Its entries keep their reasons. */
  readonly known: readonly KnownFinding[];
  /** The reason for new entries. */
  readonly reason: string;
}

/**
 * Returns the list with which the same run passes: everything that fails it, and the entries of the former list that are still
 * needed. A run that left something out keeps the entries that it could not test.
 */
export function knownListOf(report: Report, { failOn, known, reason }: KnownListOptions): readonly KnownFinding[] {
  const { findings, notes, stale, outcomes, probes } = report;
  const failing = [...findings, ...(failOn === 'note' ? notes : [])].map(findingPattern);
  const unprovoked = [
    ...outcomes.filter((each) => each.outcome === 'not-provoked' && !isContent(each)).map(unprovokedCase),
    ...probes.filter((each) => each.outcome === 'not-provoked' && !isContentProbe(each)).map(unprovokedProbe),
  ].map((name) => ({ ...name, message: patternOf(name.message, { statuses: [], volatile: [] }) }));
  const kept = known.filter((entry) => !stale.some((each) => each === entry || isSame(each, entry)));
  const added = [...failing, ...unprovoked].filter((name) => !kept.some((entry) => matches(entry, name)));
  const once = new Map(added.map((name) => [`${name.fingerprint} ${name.message}`, name])).values();
  return [...kept, ...[...once].map((name): KnownFinding => ({ ...name, reason }))];
}

function isSame(one: KnownFinding, other: KnownFinding): boolean {
  return one.fingerprint === other.fingerprint && one.message === other.message;
}

function findingPattern(finding: Finding): FindingName {
  const { fingerprint, message, expected, received } = finding;
  const statuses = [expected?.status, received?.status].filter((status) => status !== undefined);
  return { fingerprint, message: patternOf(message, { statuses, volatile: idsIn(finding) }) };
}

/** Shorter ids would replace parts of words. */
const SHORTEST_ID = 3;

/** Returns the ids in the request and the response that are text. */
function idsIn({ request, response }: Finding): readonly string[] {
  const segments = (request.path.split('?')[0] ?? '').split('/').slice(4);
  const body = response === undefined ? undefined : parseJson(response.body);
  const data = isObject(body) ? body.data : undefined;
  const records = (Array.isArray(data) ? data : [data]).filter(isObject);
  const ids = [...segments.filter((segment) => segment !== 'bulk').map(decoded), ...records.map(({ id }) => id)];
  return ids.filter((id): id is string => typeof id === 'string' && id.length >= SHORTEST_ID);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
