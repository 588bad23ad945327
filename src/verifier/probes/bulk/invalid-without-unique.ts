import type { TargetEntity, Values } from '../../../plan/index.ts';

/** Returns the invalid values of an entity without the unique one, which identifies a record; `undefined` if none are left. */
export function invalidWithoutUnique({ invalid, unique }: TargetEntity): Values | undefined {
  const { [unique]: _unique, ...others } = invalid;
  return Object.keys(others).length === 0 ? undefined : others;
}
