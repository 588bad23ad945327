import { describe, expect, it } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';

import { workspaceModule } from '../../src/workspace-types/index.ts';
import { documentedWorkspaces } from '../workspace-contract/documents.ts';
import { complaints } from './compile.ts';

const FOLDER = 'contract-tests/client/';

/** `undefined` and functions are in the types of bodies only for the compiler: JSON has neither. */
const HEAD = `type Equal<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
type Sent<Body> = { readonly [Column in keyof Body]: Exclude<Body[Column], undefined | ((...values: never) => unknown)> };
const equal = <_Fact extends true>(): void => undefined;
`;

describe('the record types of a workspace', () => {
  it('are those that openapi-typescript derives from the contract of the workspace', async () => {
    const texts: Record<string, string> = {};
    for (const [index, { definition, workspace, document }] of (await documentedWorkspaces(10)).entries()) {
      const ast = await openapiTS(JSON.stringify({ ...document, paths: {} }), { immutable: true, silent: true });
      const tests = workspace.entities.flatMap(({ name }) => [
        `equal<Equal<Workspace['${name}']['record'], schemas['${name}.record']>>();`,
        ...['create', 'update'].map(
          (kind) => `equal<Equal<Sent<Workspace['${name}']['${kind}']>, Sent<schemas['${name}.${kind}']>>>();`,
        ),
      ]);
      texts[`${FOLDER}openapi-${index}.ts`] = astToString(ast);
      texts[`${FOLDER}own-${index}.ts`] = workspaceModule(definition.organization, workspace);
      texts[`${FOLDER}equal-${index}.ts`] = [
        `import type { components } from './openapi-${index}.ts';`,
        `import type { Workspace } from './own-${index}.ts';`,
        `type schemas = components['schemas'];`,
        HEAD,
        ...tests,
      ].join('\n');
    }
    expect(complaints(texts)).toEqual([]);
  });
});
