import type { KeySummary } from '../../../server/index.ts';
import { readExpiry } from '../../arguments/read-expiry.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { administer } from './administer.ts';
import { issueShown } from './key-text.ts';
import { placeOptions, readKeyName, readWorkspace, required, workspaceOption } from './options.ts';

const keyOptions = {
  ...workspaceOption,
  name: {
    type: 'string',
    value: 'NAME',
    text: 'the name of the key, such as ci-deploy; unique in the workspace',
    variable: null,
  },
  permission: {
    type: 'string',
    value: 'WHAT',
    default: 'READ_WRITE',
    text: 'READ_WRITE or READ_ONLY (default {default})',
    variable: null,
  },
  expires: {
    type: 'string',
    value: 'WHEN',
    text: 'a timestamp such as 2027-01-01T00:00:00Z, or a duration: 30m, 12h, 90d, 52w (default: never)',
    variable: null,
  },
  ...placeOptions,
} satisfies OptionTable;

export const keyCreate: Command = {
  options: keyOptions,
  help: `Usage: npm run admin -- key create --workspace WORKSPACE --name NAME [options]

Creates an API key and prints it. This is the only time the key is shown: the database stores only its hash and its first 12
characters. If printing it fails, the key is not created. Standard output contains only the key, for use in scripts.

${optionsHelp({ Options: keyOptions })}
Example:
  npm run admin -- key create --workspace acme/shop --name ci-deploy --expires 90d --data shop.db
`,
  async run(words) {
    const call = readCall(words, keyOptions, []);
    const { options } = call;
    const workspace = readWorkspace(required('workspace', options.workspace));
    const wanted = {
      name: readKeyName(required('name', options.name)),
      permission: readPermission(options.permission),
      expiresAt: options.expires === undefined ? undefined : readExpiry(options.expires, new Date()),
    };
    await issueShown(
      (show) => administer(call, (administration) => administration.createKey(workspace, wanted, show)),
      'Created',
      options.json,
    );
    return exitCodes.fine;
  },
};

function readPermission(text: string): KeySummary['permission'] {
  if (text === 'READ_WRITE' || text === 'READ_ONLY') return text;
  throw new UsageError(`--permission takes READ_WRITE or READ_ONLY, not "${text}"`);
}
