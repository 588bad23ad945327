import { DEFINITION_SCHEMA, readDefinition } from '../../arguments/read-definition.ts';
import { optionsHelp } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import { exitCodes } from '../../arguments/usage-error.ts';
import type { Command } from '../../command.ts';
import { print } from '../../output/print.ts';
import { asCalled } from '../../terminal/as-called.ts';
import { jsonText } from '../../terminal/text.ts';
import { administer } from './administer.ts';
import { placeOptions } from './options.ts';

export const workspaceCreate: Command = {
  options: placeOptions,
  help: `Usage: npm run admin -- workspace create FILE [options]

Creates the workspaces that FILE defines, with their entities, initial records and keys. It creates all of them or none.
Running servers serve them immediately. A missing SQLite file is created.

FILE is JSON and follows ${DEFINITION_SCHEMA}. For example:

  {
    "organization": "acme",
    "workspaces": [
      {
        "slug": "shop",
        "mode": "ACTIVE",
        "entities": [
          {
            "name": "Customer",
            "table": "customers",
            "columns": [{ "name": "email", "type": "TEXT", "nullable": false, "unique": true, "constraints": [{ "type": "EMAIL" }] }]
          }
        ]
      }
    ]
  }

${optionsHelp({ Options: placeOptions })}
Example:
  npm run admin -- workspace create shop.json --data shop.db
`,
  async run(words) {
    const call = readCall(words, placeOptions, ['FILE']);
    const {
      options,
      words: [file = ''],
    } = call;
    const definition = await readDefinition(file);
    const created = await administer(call, (administration) => administration.createWorkspaces(definition), {
      create: true,
    });
    if (options.json) {
      await print(jsonText(created));
      return exitCodes.fine;
    }
    for (const { organization, workspace, mode, entities, keys } of created) {
      await print(`created ${organization}/${workspace}: ${mode}, ${entities.join(', ')}\n`);
      const place = options.data === undefined ? '' : ` --data ${options.data}`;
      const next = `npm run admin -- key create --workspace ${organization}/${workspace} --name NAME${place}`;
      if (keys === 0) console.error(asCalled(`It has no API key yet. Create one: ${next}`));
    }
    return exitCodes.fine;
  },
};
