import { readExpiry } from '../../arguments/read-expiry.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { administer } from './administer.ts';
import { issueShown } from './key-text.ts';
import { placeOptions, readKeyName, readWorkspace, required, workspaceOption } from './options.ts';

const keyOptions = {
  ...workspaceOption,
  expires: {
    type: 'string',
    value: 'WHEN',
    text: 'a timestamp such as 2027-01-01T00:00:00Z, a duration (30m, 12h, 90d, 52w) or never (default: unchanged)',
    variable: null,
  },
  ...placeOptions,
} satisfies OptionTable;

export const keyRotate: Command = {
  options: keyOptions,
  help: `Usage: npm run admin -- key rotate NAME --workspace WORKSPACE [options]

Replaces an API key with a new one that has the same name and permission, and prints it. This is the only time the new key is
shown; if printing it fails, the old key remains valid. Every server refuses the old key from the next request on.

${optionsHelp({ Options: keyOptions })}
Example:
  npm run admin -- key rotate ci-deploy --workspace acme/shop --expires 90d --data shop.db
`,
  async run(words) {
    const call = readCall(words, keyOptions, ['NAME']);
    const {
      options,
      words: [name = ''],
    } = call;
    const workspace = readWorkspace(required('workspace', options.workspace));
    const expiresAt = readNewExpiry(options.expires);
    const called = readKeyName(name);
    await issueShown(
      (show) => administer(call, (administration) => administration.rotateKey(workspace, called, expiresAt, show)),
      'Rotated',
      options.json,
    );
    return exitCodes.fine;
  },
};

function readNewExpiry(text: string | undefined): Date | null | undefined {
  if (text === undefined) return undefined;
  return text === 'never' ? null : readExpiry(text, new Date());
}
