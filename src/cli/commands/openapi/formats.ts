import { contract } from '../../../contract/index.ts';
import { arazzoDocument, postmanCollection } from '../../../interchange/index.ts';
import type { Target } from '../../../plan/index.ts';
import { parseTarget } from '../../../plan/index.ts';
import { workspaceDocument } from '../../../workspace-contract/index.ts';
import { withDefinition } from '../../../workspace-plan/index.ts';
import { definitionTarget } from '../../../workspace/index.ts';
import type { DefinedWorkspace } from '../../arguments/read-workspace.ts';

/** The formats that the contract of a workspace can be written in, and how to write each. */
export const formats = {
  openapi: workspaceDocument,
  arazzo: (defined) => arazzoDocument(symbolic(defined), { showKeys: false }),
  postman: (defined) => postmanCollection(symbolic(defined), { showKeys: false }),
} satisfies Record<string, (defined: DefinedWorkspace) => object>;

/** The name of a format. */
export type Format = keyof typeof formats;

/** Whether a word is the name of a format. */
export function isFormat(word: string): word is Format {
  return Object.hasOwn(formats, word);
}

/** The keys of the person who runs the document. Only their names get into it, so that a scenario is left out only if it needs more. */
const KEYS = {
  readWrite: 'key-that-reads-and-writes',
  readOnly: 'key-that-only-reads',
  expired: 'key-that-has-expired',
  revoked: 'key-that-was-revoked',
  otherWorkspace: 'key-of-another-workspace',
};

function symbolic({ definition, workspace }: DefinedWorkspace): Target {
  const content = definitionTarget(contract.servers.server.baseUrl, definition, { workspace, faults: true });
  return withDefinition(parseTarget({ ...content, keys: KEYS }, {}), workspace);
}
