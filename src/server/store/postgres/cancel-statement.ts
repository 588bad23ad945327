import { connect } from 'node:net';

import type { PoolClient } from 'pg';

/** The code of a CancelRequest. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const CANCEL = 80_877_102;

/** How long to wait until the request was passed on, in milliseconds. */
const PATIENCE = 1000;

/** After how long to close the connection even if the other side has not, in milliseconds. PgBouncer closes it after 10 seconds. */
const LONGEST = 15_000;

/** What pg knows of a connection, but does not declare. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/**
 * Asks PostgreSQL to stop what a connection is doing. Without this, a statement whose request was answered would go on: a
 * commit that waits for a synchronous standby has no time limit. Never fails: the request is a courtesy, on a connection of its own.
 */
export async function cancelStatement(client: PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as PoolClient & Backend;
  if (processID === null || secretKey === null) return;
  const message = Buffer.alloc(16);
  for (const [index, word] of [message.length, CANCEL, processID, secretKey].entries())
    message.writeInt32BE(word, 4 * index);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  const { promise, resolve } = Promise.withResolvers<void>();
  const giveUpWaiting = setTimeout(resolve, PATIENCE);
  const giveUp = setTimeout(() => socket.destroy(), LONGEST).unref();
  socket.once('error', () => undefined);
  socket.once('close', () => {
    clearTimeout(giveUpWaiting);
    clearTimeout(giveUp);
    resolve();
  });
  // The other side closes the connection once it has passed the request on. If this side closes it first, PgBouncer 1.18 exits
  // (https://github.com/pgbouncer/pgbouncer/issues/801).
  socket.resume().write(message);
  await promise;
  // From now on, it must not keep a server that is stopping from ending.
  socket.unref();
}
