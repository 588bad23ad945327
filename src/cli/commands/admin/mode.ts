import type { AccessMode } from '../../../workspace/index.ts';
import { accessModes, allowsWrites, isAccessMode } from '../../../workspace/index.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { administer } from './administer.ts';
import { placeHelp, placeOptions, readWorkspace } from './options.ts';

export const mode: Command = {
  help: `Usage: npm run admin -- mode WORKSPACE MODE [options]

Changes the access mode of a workspace, and shows the old and the new one. Every server obeys from its next request on.

  WORKSPACE  acme/shop; shop is enough where one organization alone has a workspace of that name
  MODE       ACTIVE and SCHEMA_LOCKED allow writes of records; READ_ONLY, DESIGN and MAINTENANCE do not

Options:
${placeHelp}
Example:
  npm run admin -- mode acme/shop READ_ONLY --data shop.db
`,
  async run(words) {
    const call = readCall(words, placeOptions, ['WORKSPACE', 'MODE']);
    const [name = '', wanted = ''] = call.words;
    const [workspace, to] = [readWorkspace(name), readMode(wanted)];
    const before = await administer(call.options.data, (administration) => administration.changeMode(workspace, to));
    const { organization, workspace: slug, mode: from } = before;
    if (call.options.json) console.log(JSON.stringify({ organization, workspace: slug, from, to }, null, 2));
    else
      console.log(
        `${organization}/${slug}: ${from} -> ${to} (${allowsWrites(to) ? 'records may be written' : 'records may only be read'})`,
      );
    return exitCodes.fine;
  },
};

/** As it stands in a definition, or as messages call it: `READ_ONLY` or `read-only`. */
function readMode(text: string): AccessMode {
  const found = text.toUpperCase().replaceAll('-', '_');
  if (isAccessMode(found)) return found;
  throw new UsageError(`MODE is one of ${accessModes.join(', ')}, not "${text}"`);
}
