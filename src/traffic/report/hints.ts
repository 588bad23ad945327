import { contract } from '../../contract/index.ts';
import type { TrafficReport } from './traffic-report.ts';

/** An option that says where the API is. */
export interface BaseUrlOption {
  /** How messages name it. */
  readonly option: string;
  /** Everything before `/{orgSlug}`. */
  readonly baseUrl: string;
}

/** Returns what may be wrong with a recording or with how it is judged. */
export function hintsFor(
  { skipped, sources, summary: { judged, exchanges } }: Pick<TrafficReport, 'skipped' | 'sources' | 'summary'>,
  hasKeys: boolean,
  base: BaseUrlOption | undefined,
): readonly string[] {
  // What could not be read says itself what to do.
  const isRead = sources.every(({ problems }) => problems.length === 0);
  const { bodyMissing, notTheApi, outsideOperations, unlikeTheApi } = skipped;
  const strange = [outsideOperations, unlikeTheApi].find((each) => each !== undefined && each.count > judged);
  return [
    ...(bodyMissing !== undefined && bodyMissing.count > judged
      ? [`most responses have no body: record them with their bodies (such as ${bodyMissing.example})`]
      : []),
    ...(strange === undefined
      ? []
      : [
          `most requests are to paths of no operation, such as ${strange.example}: is ${base?.option ?? '--url'} everything before /{orgSlug}?`,
        ]),
    ...(notTheApi !== undefined && judged === 0 ? [elsewhere(notTheApi.example, base)] : []),
    ...(judged > 0 && !hasKeys
      ? ['no request has a key, so this does not show whether requests without one are refused']
      : []),
    ...(exchanges === 0 && isRead ? ['there was no request: point a client at the address, or record again'] : []),
  ];
}

function elsewhere(example: string, base: BaseUrlOption | undefined): string {
  if (base === undefined)
    return `no request is to the API: if its addresses do not contain ${contract.servers.server.basePath}/, such as ${example}, say with --url where it is`;
  const { option, baseUrl } = base;
  return `no request is to ${baseUrl}/, where ${option} says that the API is, but for example ${example}: change ${option} to everything before /{orgSlug} of these requests`;
}
