import { backUpSqlite } from '../../../server/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import { fileOptions } from './options.ts';
import { onSqliteFile } from './on-sqlite-file.ts';

export const backup: Command = {
  options: fileOptions,
  help: `Usage: npm run admin -- backup FILE [options]

Writes a backup of the SQLite file to FILE, which must not exist, while servers read and write. It contains everything that was
acknowledged before the command started. FILE appears once the backup is complete and checked. Only you can read it: it contains
the hashes of the API keys.

Back up a PostgreSQL database with pg_dump.

${optionsHelp({ Options: fileOptions })}
Example:
  npm run admin -- backup shop-backup.db --data shop.db
`,
  async run(words) {
    const call = readCall(words, fileOptions, ['FILE']);
    const [file = ''] = call.words;
    const { data, result: bytes } = await onSqliteFile(call, 'pg_dump', (data, watch) =>
      backUpSqlite(data, file, watch),
    );
    await print(
      call.options.json ? jsonText({ data, file, bytes }) : `backed up ${data} to ${file} (${bytes} bytes)\n`,
    );
    return exitCodes.fine;
  },
};
