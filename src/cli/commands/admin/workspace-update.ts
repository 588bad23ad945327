import { optionsHelp } from '../../arguments/option-table.ts';
import { readDefinition } from '../../arguments/read-definition.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import { administer } from './administer.ts';
import { placeOptions } from './options.ts';

export const workspaceUpdate: Command = {
  options: placeOptions,
  help: `Usage: npm run admin -- workspace update FILE [options]

Changes the workspaces that FILE defines to what it says, if that only adds something: entities, columns that can be null,
constraints that every record satisfies, descriptions, examples, messages and the access mode. Workspaces of FILE that do not
exist are created. Running servers apply the change from their next request on.

Any other difference is refused, such as a removed column or another type: the command lists each one and what to do, and
changes nothing. API keys and initial records of existing workspaces are not compared.

${optionsHelp({ Options: placeOptions })}
Example:
  npm run admin -- workspace update shop.json --data shop.db
`,
  async run(words) {
    const call = readCall(words, placeOptions, ['FILE']);
    const definition = await readDefinition(call.words[0] ?? '');
    const updates = await administer(call, (administration) => administration.updateWorkspaces(definition));
    if (call.options.json) {
      await print(jsonText(updates));
      return exitCodes.fine;
    }
    for (const { organization, workspace, created, changes } of updates) {
      const what = created ? 'created' : changes.length > 0 ? 'updated' : 'up to date';
      await print(`${organization}/${workspace}: ${what}\n${changes.map((line) => `  ${line}\n`).join('')}`);
    }
    return exitCodes.fine;
  },
};
