import { restoreSqlite } from '../../../server/index.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { jsonText } from '../../terminal/text.ts';
import { fileOptions } from './options.ts';
import { onSqliteFile } from './on-sqlite-file.ts';

export const restore: Command = {
  options: fileOptions,
  help: `Usage: npm run admin -- restore FILE [options]

Replaces the SQLite file of --data with a copy of the backup FILE, or creates it. The replaced file is kept beside it, under a name
with the time. Stop the servers first: the command refuses a file that one of them has open.

API keys are as they were when the backup was made: a key that was revoked later is valid again.

Restore a PostgreSQL database with pg_restore.

${optionsHelp({ Options: fileOptions })}
Example:
  npm run admin -- restore shop-backup.db --data shop.db
`,
  async run(words) {
    const call = readCall(words, fileOptions, ['FILE']);
    const [file = ''] = call.words;
    const { data, result: kept } = await onSqliteFile(call, 'pg_restore', (data, watch) =>
      restoreSqlite(data, file, new Date(), watch),
    );
    if (call.options.json) await print(jsonText({ data, file, kept: kept ?? null }));
    else {
      await print(`restored ${data} from ${file}\n`);
      if (kept !== undefined) console.error(`The replaced file is ${kept}. Delete it once you no longer need it.`);
    }
    return exitCodes.fine;
  },
};
