import { contract, fail } from '../contract/index.ts';
import type { WorkspaceDefinition } from '../workspace/portable/index.ts';
import { allowsWrites, modeName } from '../workspace/portable/index.ts';
import type { TestKey } from '../injection/index.ts';
import { injections, isTestKey } from '../injection/index.ts';
import { tryDecode } from './percent.ts';
import type { Route } from './route.ts';
import type { ShownWorkspaces } from './shown-workspaces.ts';

/**
 * Returns the workspace of a request, after checking that its API key is valid, belongs to that workspace and, for a write, may
 * write. A workspace that does not exist fails the same way as one the key does not belong to, so that callers cannot probe for names.
 * The keys are those of the definition, and the test keys, which every workspace has.
 */
export function openWorkspace(
  route: Route,
  authorization: readonly string[],
  shown: ShownWorkspaces,
): WorkspaceDefinition {
  const key = readKey(authorization);
  const found = findWorkspace(route, shown.definition);
  const meaning = meaningOfOwnKey(key, found, shown.definition) ?? meaningOfTestKey(key, found, shown);
  if (meaning === 'invalidApiKey' || meaning === 'expiredApiKey') throw fail(meaning);
  if (found === undefined || meaning === 'wrongWorkspace') throw fail('wrongWorkspace');
  if (contract.operations[route.operationId].write) {
    if (meaning === 'readOnlyKey') throw fail('readOnlyKey');
    if (!allowsWrites(found.mode)) throw fail('workspaceRestricted', { mode: modeName(found.mode) });
  }
  return found;
}

/** What a key is good for in a workspace: everything, or the scenario of its failure. */
type Meaning = (typeof injections.keys)[TestKey];

/** Reads the bearer token (RFC 6750, section 2.1). The scheme is case-insensitive. Two Authorization headers count as none. */
function readKey(authorization: readonly string[]): string {
  const [only = '', ...more] = authorization;
  return more.length === 0 ? (/^bearer +(\S+)$/i.exec(only)?.[1] ?? '') : '';
}

function meaningOfTestKey(
  key: string,
  workspace: WorkspaceDefinition | undefined,
  { otherWorkspace }: ShownWorkspaces,
): Meaning {
  const meaning = isTestKey(key) ? injections.keys[key] : 'invalidApiKey';
  if (meaning === 'invalidApiKey' || meaning === 'expiredApiKey') return meaning;
  const isOther = workspace !== undefined && workspace.slug === otherWorkspace;
  if (isOther) return meaning === 'wrongWorkspace' ? 'success' : 'wrongWorkspace';
  return meaning;
}

function meaningOfOwnKey(
  key: string,
  workspace: WorkspaceDefinition | undefined,
  { workspaces }: ShownWorkspaces['definition'],
): Meaning | undefined {
  const owner = workspaces.find(({ keys }) => keys.some((each) => each.key === key));
  const own = owner?.keys.find((each) => each.key === key);
  if (own === undefined) return undefined;
  if (own.revoked === true) return 'invalidApiKey';
  if (own.expiresAt !== undefined && Date.parse(own.expiresAt) <= Date.now()) return 'expiredApiKey';
  if (owner !== workspace) return 'wrongWorkspace';
  return own.permission === 'READ_ONLY' ? 'readOnlyKey' : 'success';
}

/** Finds the workspace of a path. */
export function findWorkspace(
  { organization, workspace }: Route,
  definition: ShownWorkspaces['definition'],
): WorkspaceDefinition | undefined {
  if (tryDecode(organization) !== definition.organization) return undefined;
  const slug = tryDecode(workspace);
  return definition.workspaces.find((each) => each.slug === slug);
}
