import openapiTS, { astToString } from 'openapi-typescript';

import type { EntityDefinition, WorkspaceDefinition } from '../../src/workspace/index.ts';
import { workspaceDocument } from '../../src/workspace-contract/index.ts';
import { workspaceModule } from '../../src/workspace-types/index.ts';
import type { TypeCost } from './types.ts';
import { measureSources } from './types.ts';

const SIZES = [10, 100];
const CALLS = Array.from({ length: 10 }, (_each, index) => index);

/**
 * Type-checks ten calls with the types of workspaces of different sizes: with the client, and with openapi-fetch and what
 * openapi-typescript derives from the contract of the same workspace. Requires `npm run build`.
 */
export async function measureWorkspaceTypes(): Promise<readonly TypeCost[]> {
  const files: Record<string, string> = {};
  const sources: Record<string, string> = { none: 'export {};' };
  for (const size of SIZES) {
    const workspace = workspaceOf(size);
    const document = JSON.stringify(workspaceDocument({ organization: 'acme', workspace }));
    files[`workspace-${size}.ts`] = workspaceModule('acme', workspace);
    files[`openapi-${size}.ts`] = astToString(await openapiTS(document, { immutable: true, silent: true }));
    sources[`workspace-api-client, ${size} entities`] = byName(size);
    sources[`openapi-fetch, ${size} entities`] = byPath(size);
  }
  return measureSources(1, sources, files);
}

function workspaceOf(size: number): WorkspaceDefinition {
  const entities = Array.from({ length: size }, (_each, index): EntityDefinition => {
    const references = `E${(index + 1) % size}`;
    return {
      name: `E${index}`,
      table: `e${index}_rows`,
      columns: [
        { name: 'code', type: 'TEXT', nullable: false, unique: true },
        { name: 'amount', type: 'DECIMAL' },
        { name: 'done', type: 'BOOLEAN' },
        { name: 'created_on', type: 'DATE' },
        ...CALLS.map((column) => ({ name: `text_${column}`, type: 'TEXT' }) as const),
        { name: 'next_id', type: 'INTEGER', references },
      ],
    };
  });
  return { slug: 'bench', mode: 'ACTIVE', keys: [], entities };
}

/** Each call lists another entity, reads a column, and handles an error. */
function byName(size: number): string {
  return `import { createClient } from '../workspace-api-client/dist/src/client/index.js';
import type { Workspace } from './workspace-${size}.js';
const client = createClient<Workspace>({ baseUrl: '' });
${CALLS.map(
  (call) => `export const result${call} = await client.listRecords({
  entityName: 'E${call}', sort: 'code,asc', filter: { 'amount.gte': 1 }, fields: ['code', 'next.code'], expand: ['next'],
});
if (result${call}.ok) result${call}.data.data[0]?.code satisfies string | undefined;
else if (result${call}.error.code === 'BAD_REQUEST') result${call}.error.message satisfies string;`,
).join('\n')}`;
}

function byPath(size: number): string {
  return `import createClient from 'openapi-fetch';
import type { paths } from './openapi-${size}.js';
const client = createClient<paths>({ baseUrl: '' });
${CALLS.map(
  (call) => `export const result${call} = await client.GET('/E${call}', {
  params: { query: { sort: 'code,asc', filter: { 'amount.gte': '1' }, fields: ['code', 'next.code'], expand: ['next'] } },
});
if (result${call}.data) result${call}.data.data[0]?.code satisfies string | undefined;
else if (result${call}.error.error.code === 'BAD_REQUEST') result${call}.error.error.message satisfies string;`,
).join('\n')}`;
}
