// Every npm script loads this before anything else. Without it, an older Node fails on the first .ts file with a stack trace, and with
// the exit code 1, which means that a server broke the contract. Written so that old versions of Node can read it.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { engines } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
const needed = Number(/\d+/.exec(engines.node)[0]);

if (Number(process.version.split('.')[0].slice(1)) < needed) {
  console.error(
    `This is Node ${process.version}, and the commands need ${needed}. Run npm ci without --ignore-scripts: it installs that version.`,
  );
  process.exit(2);
}
