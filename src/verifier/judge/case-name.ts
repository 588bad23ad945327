import type { CaseName } from '../../plan/index.ts';

/** Names a finding in the same way in every run: `message:getRecord.recordNotFound.unknownId`, with `:field` where it is about one. */
export function fingerprintOf(
  check: string,
  { operationId, scenario, variant }: Pick<CaseName, 'operationId' | 'scenario' | 'variant'>,
  field?: string,
): string {
  const name = `${check}:${operationId}.${scenario}.${variant}`;
  return field === undefined ? name : `${name}:${field}`;
}

/** The name of a case, without what is known of it besides. */
export function nameOf({ operationId, scenario, variant, basis }: CaseName): CaseName {
  return { operationId, scenario, variant, basis };
}
