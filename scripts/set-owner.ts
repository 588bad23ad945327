import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseOptions } from './command/parse-options.ts';
import { REPOSITORY_ROOT } from './command/repository-root.ts';
import { ownerIn, withOwner } from './owner/mentions.ts';
import { trackedTexts } from './owner/tracked-texts.ts';
import './report-output-errors.ts';

const HELP = `Usage: npm run set-owner [-- --root FOLDER]

Writes the owner of this repository on GitHub, which "repository" in package.json names, into every file that mentions it.
After you fork the project or move it, change that line, then run this command.

  --root FOLDER  the repository to change; this one by default

Exit codes: 0 if every mention is the owner, 1 if "repository" is not a URL of this repository, 2 if an option is unknown.
`;

const { values } = parseOptions(HELP, { options: { root: { type: 'string', default: REPOSITORY_ROOT } } });
const owner = ownerIn(readFileSync(join(values.root, 'package.json'), 'utf8'));
for (const [file, text] of trackedTexts(values.root)) {
  const changed = withOwner(text, owner);
  if (changed === text) continue;
  writeFileSync(join(values.root, file), changed);
  console.log(`wrote ${file}`);
}
