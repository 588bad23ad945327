import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { administer } from './administer.ts';
import { calledInFull, keyJson } from './key-text.ts';
import { placeHelp, placeOptions, readKeyName, readWorkspace, required, workspaceOption } from './options.ts';

export const keyRevoke: Command = {
  help: `Usage: npm run admin -- key revoke NAME --workspace WORKSPACE [options]

Makes an API key invalid for ever: from the next request on, on every server. Its name stays taken.

Options:
  -w, --workspace NAME  acme/shop; shop is enough where one organization alone has a workspace of that name
${placeHelp}
Example:
  npm run admin -- key revoke ci-deploy --workspace acme/shop --data shop.db
`,
  async run(words) {
    const {
      options,
      words: [name = ''],
    } = readCall(words, { ...placeOptions, ...workspaceOption }, ['NAME']);
    const workspace = readWorkspace(required('workspace', options.workspace));
    const before = await administer(options.data, (administration) =>
      administration.revokeKey(workspace, readKeyName(name)),
    );
    if (options.json) console.log(JSON.stringify(keyJson({ ...before, revoked: true }, new Date()), null, 2));
    else console.log(`${before.revoked ? 'Was revoked before:' : 'Revoked'} the key ${calledInFull(before)}`);
    return exitCodes.fine;
  },
};
