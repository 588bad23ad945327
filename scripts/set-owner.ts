import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { ownerIn, withOwner } from './owner/mentions.ts';
import { trackedTexts } from './owner/tracked-texts.ts';
import './report-output-errors.ts';

const HELP = `Usage: npm run set-owner [-- --root FOLDER]

Writes the owner of this repository on GitHub, which "repository" in package.json names, into every file that mentions it.
After you fork the project or move it, change that line, then run this command.

  --root FOLDER  the repository to change; this one by default

Exit codes: 0 if every mention is the owner, 1 if "repository" is not a URL of this repository, 2 if an option is unknown.
`;

const { values } = parse();
if (values.help) console.log(HELP.trimEnd());
else {
  const owner = ownerIn(readFileSync(join(values.root, 'package.json'), 'utf8'));
  for (const [file, text] of trackedTexts(values.root)) {
    const changed = withOwner(text, owner);
    if (changed === text) continue;
    writeFileSync(join(values.root, file), changed);
    console.log(`wrote ${file}`);
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        root: { type: 'string', default: fileURLToPath(new URL('../', import.meta.url)) },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    process.exit(2);
  }
}
