import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { CoverageCounter } from '../coverage/index.ts';
import { fixtureRequestId } from '../fixtures/index.ts';
import type { JudgedAnswer } from '../traffic/index.ts';

/** The variable with the name of the file to whose parts failure coverage is written. */
const VARIABLE = 'WORKSPACE_API_COVERAGE';

const counter = new CoverageCounter();

/** Runners load this module once for each file of tests or each worker. Each writes a part of its own, so that none is lost. */
const part = `${process.pid}-${randomUUID().slice(0, 8)}`;

/**
 * Counts a failure that a matcher judged. Fixtures do not count: they show nothing about a server. Creates missing folders, as
 * `--coverage` of the commands does.
 * @throws {Error} when the part cannot be written, or the file is `-`, which `--coverage` refuses, too
 */
export function countFailure({ operation, scenario, exchange: { response } }: JudgedAnswer, isRight: boolean): void {
  const file = process.env[VARIABLE];
  if (file === undefined || file === '' || scenario === undefined || scenario === 'success') return;
  if (response.headers['x-request-id'] === fixtureRequestId) return;
  if (file === '-') throw new Error(`${VARIABLE} takes the name of a file, not "-"`);
  counter.count(operation, scenario, isRight);
  const name = `${file}.${part}.json`;
  try {
    createFolder(dirname(name));
    writeFileSync(name, `${JSON.stringify(counter.coverage(), null, 2)}\n`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `cannot write failure coverage to ${name} (${reason}); name a file that can be written in ${VARIABLE}`,
      { cause },
    );
  }
}

/** Not `recursive: true`, which never returns where a folder exists and takes no new one, such as /proc. */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  createFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another worker may have created it.
    if (!existsSync(folder)) throw error;
  }
}
