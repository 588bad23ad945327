import { malformedIdAnswers } from '../malformed-id.ts';
import type { ProbeContext } from '../probe.ts';
import type { HostileCase } from './hostile-case.ts';
import { hostileCase } from './hostile-case.ts';

/** Paths that look like paths of the contract but are not. All of these requests are reads. */
export function oddPaths({ target, drafts }: ProbeContext): readonly HostileCase[] {
  const draft = drafts.validRequest('getRecord');
  const entity = `/${encodeURIComponent(draft.entityName)}`;
  const record = `${entity}/${encodeURIComponent(String(drafts.record('read').id))}`;
  const paths = {
    'a slash after the entity': `${entity}/`,
    'a slash after the id': `${record}/`,
    'an empty segment before the entity': `/${entity}`,
    'an empty segment before the id': record.replace(/\/(?=[^/]+$)/, '//'),
    'an escaped slash before the id': record.replace(/\/(?=[^/]+$)/, '%2F'),
    'an escaped slash after the id': `${record}%2F`,
    'an escaped NUL after the entity': `${entity}%00`,
    'an escaped NUL after the id': `${record}%00`,
    'dot segments': `${record}/../../${entity.slice(1)}`,
    'escaped dot segments': `${record}/%2e%2e/%2e%2e${entity}`,
    'an invalid escape': `${entity}/%zz`,
    'a truncated escape': `${entity}/%`,
    'an escape that is not UTF-8': `${entity}/%ff`,
  };
  return Object.entries(paths).map(([variant, rawPath]) =>
    hostileCase(
      { ...draft, rawPath },
      { variant, answers: ['routeNotFound', 'badRequest', ...malformedIdAnswers[target.malformedId]] },
    ),
  );
}
