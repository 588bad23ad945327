import type { Impact } from './change.ts';

/** A semantic version without pre-release or build metadata. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * Whether a version was raised as far as a change requires. Before 1.0.0, major changes raise the minor version and all others the
 * patch version (Semantic Versioning 2.0.0, item 4).
 * @throws {Error} if a version is malformed
 */
export function isRaisedEnough(before: string, after: string, impact: Impact): boolean {
  const [old, now] = [partsOf(before), partsOf(after)];
  const least = leastVersion(old, impact);
  const differing = now.findIndex((part, index) => part !== least[index]);
  return differing === -1 || (now[differing] ?? 0) > (least[differing] ?? 0);
}

/** The lowest version that a change with this impact allows. */
export function requiredVersion(before: string, impact: Impact): string {
  return leastVersion(partsOf(before), impact).join('.');
}

function leastVersion([major, minor, patch]: readonly [number, number, number], impact: Impact): readonly number[] {
  if (major === 0) return impact === 'major' ? [0, minor + 1, 0] : [0, minor, patch + 1];
  if (impact === 'major') return [major + 1, 0, 0];
  return impact === 'minor' ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function partsOf(version: string): readonly [number, number, number] {
  const [, major, minor, patch] = VERSION.exec(version) ?? [];
  if (major === undefined) throw new Error(`info.version is ${version}, but must be three numbers, such as 1.2.3`);
  return [Number(major), Number(minor), Number(patch)];
}
