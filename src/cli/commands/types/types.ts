import { workspaceModule } from '../../../workspace-types/index.ts';
import { DEFINITION_SCHEMA } from '../../arguments/read-definition.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { readWorkspace } from '../../arguments/read-workspace.ts';
import { exitCodes, Refusal, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { complain } from '../../output/complain.ts';
import { requireWritable, writeOutput } from '../../output/output-file.ts';
import { print } from '../../output/print.ts';
import { asCalled } from '../../terminal/as-called.ts';
import { untilStopped } from '../../until-stopped.ts';
import { watchFile } from '../../watch-file.ts';
import { staleness } from './staleness.ts';
import { typesOptions } from './types-options.ts';
import { requireSeparate } from '../../output/separate-files.ts';

export const types: Command = {
  options: typesOptions,
  help: `Usage: npm run types -- FILE [options]

Writes the TypeScript types of a workspace: for each entity its record, a new record and its changes, and the interface
Workspace for createClient<Workspace>(…) of the package workspace-api-client. The module has no imports.

FILE defines workspaces. It is JSON and follows ${DEFINITION_SCHEMA}.

${optionsHelp({ Options: typesOptions })}
Examples:
  npm run types -- helpdesk.json --out src/workspace.ts
  npm run types -- helpdesk.json --out src/workspace.ts --check

Exit codes: 0 success, 1 --check found that the file is not up to date, 2 FILE cannot be used.
`,
  async run(words) {
    const {
      options,
      words: [file = ''],
    } = readCall(words, typesOptions, ['FILE']);
    const { workspace, out, check, watch } = options;
    const read = async (): Promise<string> => {
      const found = await readWorkspace(file, workspace);
      return workspaceModule(found.organization, found.workspace);
    };
    if (check && watch) throw new UsageError('--check and --watch do not go together; remove one of them');
    if (out === undefined) {
      if (check) throw new UsageError('--check needs --out with the file to check');
      if (watch) throw new UsageError('--watch needs --out with the file to write');
      await print(await read());
      return exitCodes.fine;
    }
    if (check) {
      const problem = await staleness(out, await read());
      if (problem === undefined) return exitCodes.fine;
      complain(asCalled(`${problem}; run ${updateCommand(file, workspace, out)}`));
      return exitCodes.broken;
    }
    const target = { option: '--out', file: out };
    requireSeparate([target], [file]);
    await requireWritable(target);
    const write = async (): Promise<void> => {
      const text = await read();
      if ((await staleness(out, text)) === undefined) return print(`${out} is up to date\n`);
      const problem = await writeOutput(target, text);
      if (problem !== undefined) throw new Refusal(problem);
      await print(`wrote ${out}\n`);
    };
    await write();
    if (!watch) return exitCodes.fine;
    const watcher = watchFile(file, write, complain);
    await print(`watching ${file} (press Ctrl-C to stop)\n`);
    await untilStopped();
    await watcher.close();
    return exitCodes.fine;
  },
};

function updateCommand(file: string, workspace: string | undefined, out: string): string {
  return `npm run types -- ${file}${workspace === undefined ? '' : ` --workspace ${workspace}`} --out ${out}`;
}
