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

Creates an API key and prints it, for the only time: kept are its hash and its first 8 characters. The key alone goes to
standard output, so that a script can take it.

Options:
  -w, --workspace NAME  acme/shop; shop is enough where one organization alone has a workspace of that name
  --name NAME           what people call the key, unique in its workspace: ci-deploy, for example
  --permission WHAT     READ_WRITE (default) or READ_ONLY
  --expires WHEN        a moment, 2027-01-01T00:00:00Z, or how long from now: 30m, 12h, 90d, 52w (default: never)
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
