import { workspaceDocument } from '../../workspace-contract/index.ts';
import { DefinitionError } from '../../workspace/index.ts';
import { namedFile } from '../arguments/named-file.ts';
import type { OptionTable } from '../arguments/option-table.ts';
import { optionsHelp } from '../arguments/option-table.ts';
import { readCall } from '../arguments/read-options.ts';
import { readWorkspace, workspaceOfFile } from '../arguments/read-workspace.ts';
import { exitCodes, Refusal } from '../arguments/usage-error.ts';
import type { Command } from '../command.ts';
import { requireWritable, writeOutput } from '../output/output-file.ts';
import { print } from '../output/print.ts';
import { jsonText } from '../terminal/text.ts';

const options = {
  ...workspaceOfFile,
  out: {
    type: 'string',
    value: 'FILE',
    text: 'write the document to this file instead of standard output',
    variable: null,
  },
} satisfies OptionTable;

export const openapi: Command = {
  options,
  help: `Usage: npm run openapi -- FILE [options]

Prints the contract of one workspace as an OpenAPI 3.1 document: the paths, schemas, examples and failures of each entity that
the definition file defines. It is derived from the contract of the Workspace API, and works with generators, validators,
gateways and mocks for OpenAPI.

${optionsHelp({ Options: options })}
Exit codes: 0 success, 2 the command line or the definition file is invalid.
`,
  async run(words) {
    const { options: given, words: files, nameOf } = readCall(words, options, ['FILE']);
    const [file = ''] = files;
    const out = namedFile(nameOf('out'), given.out);
    if (out !== undefined) await requireWritable(out);
    const text = jsonText(documentOf(file, await readWorkspace(file, given.workspace)));
    const problem = out === undefined ? await print(text) : await writeOutput(out, text);
    if (problem !== undefined) throw new Refusal(problem);
    return exitCodes.fine;
  },
};

function documentOf(file: string, workspace: Parameters<typeof workspaceDocument>[0]): object {
  try {
    return workspaceDocument(workspace);
  } catch (error) {
    throw error instanceof DefinitionError ? new Refusal(`${file}: ${error.message}`) : error;
  }
}
