import type { Script } from '../sql/script.ts';
import type { Connection } from './connection.ts';

/** Runs a script, inside a transaction of the caller's. */
export function runScript<Result>(connection: Connection, script: Script<Result>): Result {
  let step = script.next();
  while (step.done !== true) step = script.next(connection.all(step.value));
  return step.value;
}
