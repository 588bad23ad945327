import { challengeScheme, isBearer } from './authentication.ts';
import type { Authentication, IdForm, Target } from './target.ts';

/** How the response to a request departs from the contract because the target file declares it; empty if it does not. */
export interface DeclaredDeviation {
  /** The form of the ids of records, if they are not integers. */
  readonly ids?: Exclude<IdForm, 'integer'>;
  /** The scheme that a challenge must offer, if it is not `Bearer`; `null` if none fits, so that no challenge is required. */
  readonly challenge?: string | null;
}

/** Returns how a response may depart from the contract, as the target file declares. */
export function declaredBy({
  ids = 'integer',
  authentication,
}: {
  readonly ids?: IdForm;
  readonly authentication?: Authentication | undefined;
}): DeclaredDeviation {
  return {
    ...(ids === 'integer' ? {} : { ids }),
    ...(authentication === undefined || isBearer(authentication) ? {} : { challenge: challengeScheme(authentication) }),
  };
}

/** Describes every deviation from the contract that the target file declares. Each text begins with the member that declares it. */
export function describeDeviations({
  ids,
  authentication,
  malformedId,
}: Pick<Target, 'ids' | 'authentication' | 'malformedId'>): readonly string[] {
  const { header, scheme } = authentication;
  const how = scheme === null ? 'without a scheme' : `with the scheme ${scheme}`;
  return [
    ...(ids === 'integer' ? [] : [`ids: ids are ${idForms[ids]}, not integers`]),
    ...(isBearer(authentication)
      ? []
      : [`authentication: keys are sent in the header ${header} ${how}, not in authorization with the scheme Bearer`]),
    ...(malformedId === 404 ? [] : [`malformedId: a malformed id gets ${malformedId}, not 404`]),
  ];
}

const idForms = { string: 'strings', uuid: 'UUIDs' } as const satisfies Record<Exclude<IdForm, 'integer'>, string>;
