import { allowsWrites, modeName } from '../access-mode.ts';
import type { Definition, KeyDefinition, WorkspaceDefinition } from '../definition.ts';

/** A workspace in which nothing can be written, as a target file names it. */
export interface RestrictedPlace {
  readonly workspace: string;
  readonly mode: string;
  /** Missing if the definition has no key for it. */
  readonly key?: string;
}

/** What a definition says about the keys of one of its workspaces, with the names of a target file. */
export interface DefinitionKeys {
  readonly keys: { readonly [Role in 'readWrite' | 'readOnly' | 'expired' | 'revoked' | 'otherWorkspace']?: string };
  readonly restricted?: RestrictedPlace;
}

/** Returns the keys of a workspace by what they are for, as far as the definition has them. */
export function definitionKeys(
  { workspaces }: Pick<Definition, 'workspaces'>,
  workspace: WorkspaceDefinition,
  now = new Date(),
): DefinitionKeys {
  const { keys } = workspace;
  const found = {
    readWrite: keys.find((key) => key.permission === 'READ_WRITE' && isValid(key, now)),
    readOnly: keys.find((key) => key.permission === 'READ_ONLY' && isValid(key, now)),
    expired: keys.find((key) => key.revoked !== true && isExpired(key, now)),
    revoked: keys.find((key) => key.revoked === true && !isExpired(key, now)),
    otherWorkspace: workspaces
      .filter((other) => other !== workspace)
      .flatMap((other) => other.keys)
      .find((key) => isValid(key, now)),
  };
  const restricted = restrictedPlace(workspaces, workspace, now);
  return {
    keys: Object.fromEntries(
      Object.entries(found).flatMap(([role, key]) => (key === undefined ? [] : [[role, key.key] as const])),
    ),
    ...(restricted === undefined ? {} : { restricted }),
  };
}

/** Prefers a workspace that the definition has a key for, and one that is read-only: the API documents the message of that mode. */
function restrictedPlace(
  workspaces: readonly WorkspaceDefinition[],
  workspace: WorkspaceDefinition,
  now: Date,
): RestrictedPlace | undefined {
  const [best] = workspaces
    .filter((other) => other !== workspace && !allowsWrites(other.mode))
    .map((other) => ({
      workspace: other.slug,
      mode: modeName(other.mode),
      isUsual: other.mode === 'READ_ONLY',
      key: other.keys.find((key) => key.permission === 'READ_WRITE' && isValid(key, now))?.key,
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  if (best === undefined) return undefined;
  const { key, mode, workspace: slug } = best;
  return { workspace: slug, mode, ...(key === undefined ? {} : { key }) };
}

function rankOf({ key, isUsual }: { readonly key: string | undefined; readonly isUsual: boolean }): number {
  return (key === undefined ? 2 : 0) + (isUsual ? 0 : 1);
}

function isValid(key: KeyDefinition, now: Date): boolean {
  return key.revoked !== true && !isExpired(key, now);
}

function isExpired({ expiresAt }: KeyDefinition, now: Date): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
}
