import type { ClientBase } from 'pg';

import type { Script } from '../sql/script.ts';
import { runStatement } from './session.ts';

/** Runs a script. Must run inside a transaction. */
export async function runScript<Result>(client: ClientBase, script: Script<Result>): Promise<Result> {
  let step = script.next();
  while (step.done !== true) step = script.next(await runStatement(client, step.value));
  return step.value;
}
