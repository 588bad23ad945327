import type { KeySummary } from '../../../server/index.ts';
import { readExpiry } from '../../arguments/read-expiry.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { administer } from './administer.ts';
import { printIssued } from './key-text.ts';
import { placeHelp, placeOptions, readKeyName, readWorkspace, required, workspaceOption } from './options.ts';

export const keyCreate: Command = {
  help: `Usage: npm run admin -- key create --workspace WORKSPACE --name NAME [options]

Creates an API key and prints it. This is the only time the key is shown: the database stores only its hash and its first 8
characters. Standard output contains only the key, for use in scripts.

Options:
  -w, --workspace NAME  ORGANIZATION/WORKSPACE; WORKSPACE is enough if only one organization has a workspace of that name
  --name NAME           the name of the key, such as ci-deploy; unique in the workspace
  --permission WHAT     READ_WRITE (default) or READ_ONLY
  --expires WHEN        a timestamp such as 2027-01-01T00:00:00Z, or a duration: 30m, 12h, 90d, 52w (default: never)
${placeHelp}
Example:
  npm run admin -- key create --workspace acme/shop --name ci-deploy --expires 90d --data shop.db
`,
  async run(words) {
    const { options } = readCall(
      words,
      {
        ...placeOptions,
        ...workspaceOption,
        name: { type: 'string' },
        permission: { type: 'string', default: 'READ_WRITE' },
        expires: { type: 'string' },
      },
      [],
    );
    const workspace = readWorkspace(required('workspace', options.workspace));
    const wanted = {
      name: readKeyName(required('name', options.name)),
      permission: readPermission(options.permission),
      expiresAt: options.expires === undefined ? undefined : readExpiry(options.expires, new Date()),
    };
    const key = await administer(options.data, (administration) => administration.createKey(workspace, wanted));
    printIssued(key, 'Created', options.json);
    return exitCodes.fine;
  },
};

function readPermission(text: string): KeySummary['permission'] {
  if (text === 'READ_WRITE' || text === 'READ_ONLY') return text;
  throw new UsageError(`--permission takes READ_WRITE or READ_ONLY, not "${text}"`);
}
