import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import { administer } from './administer.ts';
import { calledInFull, keyJson } from './key-text.ts';
import { placeOptions, readKeyName, readWorkspace, required, workspaceOption } from './options.ts';

const keyOptions = { ...workspaceOption, ...placeOptions };

export const keyRevoke: Command = {
  options: keyOptions,
  help: `Usage: npm run admin -- key revoke NAME --workspace WORKSPACE [options]

Revokes an API key permanently. Every server refuses it from the next request on. The name of the key cannot be reused.

${optionsHelp({ Options: keyOptions })}
Example:
  npm run admin -- key revoke ci-deploy --workspace acme/shop --data shop.db
`,
  async run(words) {
    const call = readCall(words, keyOptions, ['NAME']);
    const {
      options,
      words: [name = ''],
    } = call;
    const workspace = readWorkspace(required('workspace', options.workspace));
    const before = await administer(call, (administration) => administration.revokeKey(workspace, readKeyName(name)));
    await print(
      options.json
        ? jsonText(keyJson({ ...before, revoked: true }, new Date()))
        : `${before.revoked ? 'Already revoked:' : 'Revoked'} the key ${calledInFull(before)}\n`,
    );
    return exitCodes.fine;
  },
};
