import type { AccessMode } from '../../../workspace/index.ts';
import { accessModes, allowsWrites, isAccessMode } from '../../../workspace/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes, UsageError } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import { administer } from './administer.ts';
import { placeOptions, readWorkspace } from './options.ts';

export const mode: Command = {
  options: placeOptions,
  help: `Usage: npm run admin -- mode WORKSPACE MODE [options]

Changes the access mode of a workspace and prints the old and the new mode. Every server applies it from the next request on.

  WORKSPACE  ORGANIZATION/WORKSPACE; WORKSPACE is enough if only one organization has a workspace of that name
  MODE       ACTIVE or SCHEMA_LOCKED, which allow writing records, or READ_ONLY, DESIGN or MAINTENANCE, which do not

${optionsHelp({ Options: placeOptions })}
Example:
  npm run admin -- mode acme/shop READ_ONLY --data shop.db
`,
  async run(words) {
    const call = readCall(words, placeOptions, ['WORKSPACE', 'MODE']);
    const [name = '', wanted = ''] = call.words;
    const [workspace, to] = [readWorkspace(name), readMode(wanted)];
    const before = await administer(call, (administration) => administration.changeMode(workspace, to));
    const { organization, workspace: slug, mode: from } = before;
    const effect = allowsWrites(to) ? 'records can be written' : 'records are read-only';
    await print(
      call.options.json
        ? jsonText({ organization, workspace: slug, from, to })
        : `${organization}/${slug}: ${from} -> ${to} (${effect})\n`,
    );
    return exitCodes.fine;
  },
};

/** Accepts the spelling of a definition (`READ_ONLY`) and the one in error messages (`read-only`). */
function readMode(text: string): AccessMode {
  const found = text.toUpperCase().replaceAll('-', '_');
  if (isAccessMode(found)) return found;
  throw new UsageError(`MODE must be one of ${accessModes.join(', ')}, not "${text}"`);
}
