import type { TargetEntity, Values } from '../../../plan/index.ts';

/** Values that break constraints and leave the unique one alone, by which a record is known; `undefined` where there are none. */
export function invalidWithoutUnique({ invalid, unique }: TargetEntity): Values | undefined {
  const { [unique]: _unique, ...others } = invalid;
  return Object.keys(others).length === 0 ? undefined : others;
}
