import { contract } from '../../contract/index.ts';
import type { TrafficReport } from './traffic-report.ts';

/** Returns what may be wrong with a recording or with how it is judged. */
export function hintsFor(
  { skipped, summary: { judged, exchanges } }: Pick<TrafficReport, 'skipped' | 'summary'>,
  hasKeys: boolean,
): readonly string[] {
  const { bodyMissing, notTheApi, outsideOperations, unlikeTheApi } = skipped;
  const strange = [outsideOperations, unlikeTheApi].find((each) => each !== undefined && each.count > judged);
  return [
    ...(bodyMissing !== undefined && bodyMissing.count > judged
      ? [`most responses have no body: record them with their bodies (such as ${bodyMissing.example})`]
      : []),
    ...(strange === undefined
      ? []
      : [
          `most requests are to paths of no operation, such as ${strange.example}: is --url everything before /{orgSlug}?`,
        ]),
    ...(notTheApi !== undefined && judged === 0
      ? [
          `no request is to the API: if its addresses do not contain ${contract.servers.server.basePath}/, such as ${notTheApi.example}, ` +
            'say with --url where it is',
        ]
      : []),
    ...(judged > 0 && !hasKeys
      ? ['no request has a key, so this does not show whether requests without one are refused']
      : []),
    ...(exchanges === 0 ? ['there was no request: point a client at the address, or record again'] : []),
  ];
}
