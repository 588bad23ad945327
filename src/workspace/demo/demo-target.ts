import { contract } from '../../contract/index.ts';
import { modeName } from '../access-mode.ts';
import { demoDefinition } from './demo-definition.ts';
import { demoEntities } from './demo-entities.ts';

/** Returns the content of a target file that verifies the demo workspaces of the reference server. */
export function demoTarget(baseUrl: string, { faults }: { readonly faults: boolean }): object {
  return {
    baseUrl,
    organization: demoDefinition.organization,
    workspace: 'sales',
    keys: {
      readWrite: keyOf('sales', 'readWrite'),
      readOnly: keyOf('sales', 'readOnly'),
      expired: keyOf('sales', 'expired'),
      revoked: keyOf('sales', 'revoked'),
      otherWorkspace: keyOf('inventory', 'readWrite'),
    },
    restricted: {
      workspace: 'archive',
      key: keyOf('archive', 'readWrite'),
      mode: modeName(workspaceOf('archive').mode),
    },
    entity: demoEntities.entity,
    reference: { ...demoEntities.reference, missing: 999_999_999 },
    // The reference server shows every change at once.
    settle: 0,
    ...(faults
      ? { faults: { internalError: { headers: { [contract.faultHeader]: 'internalError' } } } }
      : { unreachable: { internalError: 'the server was started without --faults' } }),
  };
}

function workspaceOf(slug: string) {
  const workspace = demoDefinition.workspaces.find((each) => each.slug === slug);
  if (workspace === undefined) throw new Error(`the demo definition has no workspace ${slug}`);
  return workspace;
}

function keyOf(slug: string, name: string): string {
  const key = workspaceOf(slug).keys.find((each) => each.name === name);
  if (key === undefined) throw new Error(`the demo workspace ${slug} has no key ${name}`);
  return key.key;
}
