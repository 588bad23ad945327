import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import { CoverageCounter } from '../coverage/index.ts';
import { fixtureRequestId } from '../fixtures/index.ts';
import type { JudgedAnswer } from '../traffic/index.ts';

/** The variable with the name of the file to whose parts failure coverage is written. */
const VARIABLE = 'WORKSPACE_API_COVERAGE';

const counter = new CoverageCounter();

/** Runners load this module once for each file of tests or each worker. Each writes a part of its own, so that none is lost. */
const part = `${process.pid}-${randomUUID().slice(0, 8)}`;

/**
 * Counts a failure that a matcher judged. Fixtures do not count: they show nothing about a server.
 * @throws {Error} when the part cannot be written
 */
export function countFailure({ operation, scenario, exchange: { response } }: JudgedAnswer, isRight: boolean): void {
  const file = process.env[VARIABLE];
  if (file === undefined || file === '' || scenario === undefined || scenario === 'success') return;
  if (response.headers['x-request-id'] === fixtureRequestId) return;
  counter.count(operation, scenario, isRight);
  const name = `${file}.${part}.json`;
  try {
    writeFileSync(name, `${JSON.stringify(counter.coverage(), null, 2)}\n`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot write failure coverage to ${name} (${reason}); change ${VARIABLE}`, { cause });
  }
}
