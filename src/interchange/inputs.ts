import type { Target } from '../plan/index.ts';
import { input } from './symbols.ts';

/** An input of a document, set by the person who runs it. */
export interface Input {
  readonly name: string;
  readonly description: string;
  /** The default value. `undefined` for a key that must not be shown. */
  readonly value: string | undefined;
  readonly secret: boolean;
}

/** The name of the input that makes values unique to a run. */
export const RUN = 'run';

/**
 * Returns the inputs of a document: the workspace, its keys, and digits that make values unique.
 * @param showKeys whether the document may contain the target's API keys, as it may for the demo
 */
export function inputsOf(target: Target, { showKeys }: { readonly showKeys: boolean }): readonly Input[] {
  const plain = (name: string, description: string, value: string | undefined): readonly Input[] =>
    value === undefined ? [] : [{ name, description, value, secret: false }];
  const key = (name: string, description: string, value: string | undefined): readonly Input[] =>
    value === undefined
      ? []
      : [{ name: keyInput(name), description, value: showKeys ? value : undefined, secret: true }];
  const { keys, restricted } = target;
  return [
    ...plain(
      RUN,
      'Digits that are unique to this run, so that records left over from an earlier run do not conflict.',
      '0',
    ),
    ...plain('organization', 'The slug of the organization.', target.organization),
    ...plain('workspace', 'The slug of the workspace that the keys belong to.', target.workspace),
    ...plain('restrictedWorkspace', 'The slug of a workspace that does not allow writes.', restricted?.workspace),
    ...key('readWrite', 'A key that can read and write.', keys.readWrite),
    ...key('readOnly', 'A read-only key.', keys.readOnly),
    ...key('expired', 'An expired key.', keys.expired),
    ...key('revoked', 'A revoked key.', keys.revoked),
    ...key('otherWorkspace', 'A key of another workspace.', keys.otherWorkspace),
    ...key(
      'restricted',
      'A key that can read and write, of the workspace that does not allow writes.',
      restricted?.key,
    ),
  ];
}

/** Returns the target with symbols in place of all inputs. */
export function symbolicTarget(target: Target): Target {
  const { organization, workspace, keys, restricted } = target;
  return {
    ...target,
    ...(organization === undefined ? {} : { organization: input('organization') }),
    ...(workspace === undefined ? {} : { workspace: input('workspace') }),
    ...(restricted === undefined
      ? {}
      : { restricted: { ...restricted, workspace: input('restrictedWorkspace'), key: input(keyInput('restricted')) } }),
    keys: Object.fromEntries(
      Object.entries(keys).flatMap(([name, value]) => (value === undefined ? [] : [[name, input(keyInput(name))]])),
    ),
  };
}

function keyInput(name: string): string {
  return `${name}Key`;
}
