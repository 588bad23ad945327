import { contract, fail } from '../../contract/index.ts';
import type { WorkspaceDefinition } from '../../workspace/index.ts';
import { allowsWrites, demoDefinition, modeName } from '../../workspace/index.ts';
import { tryDecode } from './percent.ts';
import type { Route } from './route.ts';
import { triggers } from '../triggers/triggers.ts';

type TestKey = keyof typeof triggers.keys;

/**
 * Returns the workspace of a request, after checking that its API key is valid, belongs to that workspace and, for a write, may
 * write. A workspace that does not exist fails the same way as one the key does not belong to, so that callers cannot probe for names.
 */
export function openWorkspace(route: Route, authorization: readonly string[]): WorkspaceDefinition {
  const key = readKey(authorization);
  if (key === undefined) throw fail('invalidApiKey');
  const meaning = triggers.keys[key];
  if (meaning === 'invalidApiKey' || meaning === 'expiredApiKey') throw fail(meaning);
  const workspace = findWorkspace(route);
  const isOther = workspace?.slug === triggers.otherWorkspace;
  if (workspace === undefined || isOther !== (meaning === 'wrongWorkspace')) throw fail('wrongWorkspace');
  if (contract.operations[route.operationId].write) {
    if (meaning === 'readOnlyKey') throw fail('readOnlyKey');
    if (!allowsWrites(workspace.mode)) throw fail('workspaceRestricted', { mode: modeName(workspace.mode) });
  }
  return workspace;
}

/** Reads the bearer token (RFC 6750, section 2.1). The scheme is case-insensitive. Two Authorization headers count as none. */
function readKey(authorization: readonly string[]): TestKey | undefined {
  const [only = '', ...more] = authorization;
  const token = /^bearer +(\S+)$/i.exec(only)?.[1] ?? '';
  return more.length === 0 && isTestKey(token) ? token : undefined;
}

function isTestKey(token: string): token is TestKey {
  return Object.hasOwn(triggers.keys, token);
}

function findWorkspace({ organization, workspace }: Route): WorkspaceDefinition | undefined {
  if (tryDecode(organization) !== demoDefinition.organization) return undefined;
  const slug = tryDecode(workspace);
  return demoDefinition.workspaces.find((each) => each.slug === slug);
}
