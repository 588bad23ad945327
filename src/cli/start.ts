#!/usr/bin/env node
// The command of the package. Everything else is loaded only by a version of Node that can read it.

/** The oldest version of Node that runs the commands; package.json says the same in `engines`. */
const NEEDED = 24;

if (Number(process.version.split('.')[0]?.slice(1)) < NEEDED) {
  console.error(
    `This is Node ${process.version}, and workspace-api needs ${NEEDED} or newer. Install it from https://nodejs.org.`,
  );
  process.exitCode = 2;
} else {
  import('./main.ts').catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
}
