import type { UnrelatedSample } from './read-sample.ts';
import type { Unreadable } from './sampled-api.ts';

/** An entity that cannot be drafted: its response, or that it has no records. */
interface Failure {
  readonly name: string;
  readonly failure: Unreadable | UnrelatedSample;
}

/** What the messages name. */
interface Names {
  readonly organization: string;
  readonly workspace: string;
  /** The environment variable with the key. */
  readonly variable: string;
}

/** Says in one line why entities cannot be drafted, and what to do; `undefined` if all can. */
export function refusalOf(failures: readonly Failure[], names: Names): string | undefined {
  const place = `${names.organization}/${names.workspace}`;
  const other = failures.flatMap(({ failure }) => ('said' in failure && !isMissing(failure) ? [failure] : []))[0];
  if (other?.status === 401)
    return `${other.said}; set ${names.variable} to a valid key of ${place}, and check --workspace`;
  if (other !== undefined) return `${other.said}; check --url, which is everything before /{orgSlug}, and --workspace`;
  const missing = failures.flatMap(({ name, failure }) => ('said' in failure ? [name] : []));
  const empty = failures.flatMap(({ name, failure }) => ('said' in failure ? [] : [name]));
  const parts = [
    missing.length === 0 ? '' : `${place} has no entity ${missing.join(', ')}; names are case-sensitive`,
    empty.length === 0
      ? ''
      : `${place} has no records of ${empty.join(', ')}, so the columns cannot be known; create a record of each, and draft again`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('. ');
}

/** Another 404 can come from a wrong URL. */
function isMissing({ scenario }: Unreadable): boolean {
  return scenario === 'entityNotFound';
}
