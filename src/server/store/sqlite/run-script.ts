import type { Script } from '../sql/script.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Runs a script. Must run inside a transaction. */
export function runScript<Result>(connection: SqliteConnection, script: Script<Result>): Result {
  let step = script.next();
  while (step.done !== true) step = script.next(connection.all(step.value));
  return step.value;
}
