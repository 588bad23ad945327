import type { Target } from '../plan/index.ts';
import { input } from './symbols.ts';

/** What whoever runs a document gives it. */
export interface Input {
  readonly name: string;
  readonly description: string;
  /** What is taken where nothing is given; `undefined` for a key that is not public. */
  readonly value: string | undefined;
  readonly secret: boolean;
}

/** The name of the input that makes each value new. */
export const RUN = 'run';

/**
 * What a document takes from outside: where the workspace is, its keys, and a token that makes values new.
 * @param showKeys whether the keys of the target may stand in the document, as those of the demo may
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
    ...plain(RUN, 'Digits that no earlier run left anything behind with.', '0'),
    ...plain('organization', 'The slug of the organization.', target.organization),
    ...plain('workspace', 'The slug of the workspace that the keys belong to.', target.workspace),
    ...plain('restrictedWorkspace', 'The slug of a workspace that allows no writes.', restricted?.workspace),
    ...key('readWrite', 'A key that may read and write.', keys.readWrite),
    ...key('readOnly', 'A key that may read only.', keys.readOnly),
    ...key('expired', 'A key that has expired.', keys.expired),
    ...key('revoked', 'A key that was revoked.', keys.revoked),
    ...key('otherWorkspace', 'A key of another workspace.', keys.otherWorkspace),
    ...key('restricted', 'A key that may read and write, of the workspace that allows no writes.', restricted?.key),
  ];
}

/** The target with symbols for all that is an input. */
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
