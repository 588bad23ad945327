import type { CaseName } from '../plan/index.ts';

/**
 * Returns the fingerprint of a finding, which is the same in every run: `message:getRecord.recordNotFound.unknownId`, with
 * `:field` appended if the finding is about one.
 */
export function fingerprintOf(
  check: string,
  { operationId, scenario, variant }: Pick<CaseName, 'operationId' | 'scenario' | 'variant'>,
  field?: string,
): string {
  const name = `${check}:${operationId}.${scenario}.${variant}`;
  return field === undefined ? name : `${name}:${field}`;
}

/** Returns the name of a case, without any other members. */
export function nameOf({ operationId, scenario, variant, basis, tests }: CaseName): CaseName {
  return { operationId, scenario, variant, basis, ...(tests === undefined ? {} : { tests }) };
}
