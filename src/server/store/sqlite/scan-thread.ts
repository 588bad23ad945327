import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

import { PreparedStatements } from './prepared-statements.ts';
import type { ScanRequest, ScanResponse } from './scan-messages.ts';
import { IN_TIME } from './scan-messages.ts';

const port = parentPort;
if (port === null) throw new Error('scan-thread.ts must run in a thread started by scan-threads.ts');

/** How long to wait for a lock, in milliseconds. Only another process that opens or closes the database holds one for long. */
const BUSY_TIMEOUT = 1000;

const database = new DatabaseSync(String(workerData), { readOnly: true, timeout: BUSY_TIMEOUT });
const statements = new PreparedStatements(database);

let deadline = 0;
// SQLite calls it while it reads rows, so the thread can also be stopped from outside then.
database.function(IN_TIME, () => {
  if (performance.now() > deadline) throw new Error('the database took too long to read all of the records');
  return 1n;
});

port.on('message', ({ statement, limit }: ScanRequest) => {
  deadline = performance.now() + limit;
  port.postMessage(read(() => ({ rows: statements.values(statement) })));
});

function read(work: () => ScanResponse): ScanResponse {
  try {
    return work();
  } catch (error) {
    return { error };
  }
}
