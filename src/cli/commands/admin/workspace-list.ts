import type { WorkspaceSummary } from '../../../server/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText, textTable } from '../../terminal/text.ts';
import { administer } from './administer.ts';
import { placeOptions } from './options.ts';

export const workspaceList: Command = {
  options: placeOptions,
  help: `Usage: npm run admin -- workspace list [options]

Lists the workspaces with their access mode, number of API keys and entities. To list the keys, use \`key list\`.

${optionsHelp({ Options: placeOptions })}`,
  async run(words) {
    const call = readCall(words, placeOptions, []);
    const { options } = call;
    const all = await administer(call, (administration) => administration.listWorkspaces());
    if (options.json) await print(jsonText(all));
    else if (all.length === 0) console.error('No workspaces yet.');
    else await print(textTable(['WORKSPACE', 'MODE', 'KEYS', 'ENTITIES'], all.map(rowOf)));
    return exitCodes.fine;
  },
};

function rowOf({ organization, workspace, mode, keys, entities }: WorkspaceSummary): string[] {
  return [`${organization}/${workspace}`, mode, String(keys), entities.join(', ')];
}
