import { DefinitionError } from '../../../workspace/index.ts';
import { namedFile } from '../../arguments/named-file.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import type { DefinedWorkspace } from '../../arguments/read-workspace.ts';
import { readWorkspace, workspaceOfFile } from '../../arguments/read-workspace.ts';
import { exitCodes, Refusal, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { requireWritable, writeOutput } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import type { Format } from './formats.ts';
import { formats, isFormat } from './formats.ts';
import { requireSeparate } from '../../output/separate-files.ts';

const options = {
  ...workspaceOfFile,
  format: {
    type: 'string',
    value: 'FORMAT',
    default: 'openapi',
    text: `${Object.keys(formats).join(', ')} (default {default}): the contract, or every failure as requests with their checks`,
    variable: null,
  },
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

With --format arazzo or postman, prints every documented failure as a request that provokes it, with the response it must get: as an
Arazzo document or as a Postman collection. It asks for the API keys when it runs, and contains none.

${optionsHelp({ Options: options })}
Exit codes: 0 success, 2 the command line or the definition file is invalid.
`,
  async run(words) {
    const { options: given, words: files, nameOf } = readCall(words, options, ['FILE']);
    const [file = ''] = files;
    const out = namedFile(nameOf('out'), given.out);
    requireSeparate([out], [file]);
    if (out !== undefined) await requireWritable(out);
    const { format } = given;
    if (!isFormat(format))
      throw new UsageError(`${nameOf('format')} must be one of ${Object.keys(formats).join(', ')}, not "${format}"`);
    const text = jsonText(documentOf(file, format, await readWorkspace(file, given.workspace)));
    const problem = out === undefined ? await print(text) : await writeOutput(out, text);
    if (problem !== undefined) throw new Refusal(problem);
    if (out !== undefined) await print(`wrote ${out.file}\n`);
    return exitCodes.fine;
  },
};

function documentOf(file: string, format: Format, workspace: DefinedWorkspace): object {
  try {
    return formats[format](workspace);
  } catch (error) {
    throw error instanceof DefinitionError ? new Refusal(`${file}: ${error.message}`) : error;
  }
}
