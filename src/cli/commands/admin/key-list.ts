import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText, textTable } from '../../terminal/text.ts';
import { administer } from './administer.ts';
import { expiryText, keyJson, stateOf } from './key-text.ts';
import { placeOptions, readWorkspace, workspaceOption } from './options.ts';

const keyOptions = { ...workspaceOption, ...placeOptions };

export const keyList: Command = {
  options: keyOptions,
  help: `Usage: npm run admin -- key list [options]

Lists the API keys of one workspace or of all: name, first characters, permission, expiry and state.

${optionsHelp({ Options: keyOptions })}`,
  async run(words) {
    const call = readCall(words, keyOptions, []);
    const { options } = call;
    const workspace = options.workspace === undefined ? undefined : readWorkspace(options.workspace);
    const keys = await administer(call, (administration) => administration.listKeys(workspace));
    const now = new Date();
    if (options.json) await print(jsonText(keys.map((key) => keyJson(key, now))));
    else if (keys.length === 0) console.error('No keys yet.');
    else {
      const rows = keys.map((key) => [
        `${key.organization}/${key.workspace}`,
        key.name,
        `${key.prefix}…`,
        key.permission,
        expiryText(key),
        stateOf(key, now),
      ]);
      await print(textTable(['WORKSPACE', 'NAME', 'KEY', 'PERMISSION', 'EXPIRES', 'STATE'], rows));
    }
    return exitCodes.fine;
  },
};
