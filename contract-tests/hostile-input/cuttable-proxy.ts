import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A proxy in front of a database that can simulate network failures. */
export interface CuttableProxy {
  readonly port: number;
  /** Stops all traffic when called with `true`, and resumes it when called with `false`. */
  hold(held: boolean): void;
  /** Cuts the next connection on which the database returns this text, so that the result is lost. */
  cutAtAnswer(text: string): void;
  close(): Promise<void>;
}

/** Listens on a free port and forwards all bytes to a Unix socket. */
export async function cuttableProxy(path: string): Promise<CuttableProxy> {
  const open = new Set<Socket>();
  let held = false;
  let fatal: string | undefined;
  const hold = (socket: Socket): void => void (held ? socket.pause() : socket.resume());
  const proxy = createServer((client) => {
    const database = connect(path);
    const end = (): void => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
      hold(socket);
    }
    client.on('data', (bytes) => database.write(bytes));
    database.on('data', (bytes: Buffer) => {
      if (fatal === undefined || !bytes.includes(fatal)) return client.write(bytes);
      fatal = undefined;
      end();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    hold(wanted) {
      held = wanted;
      for (const socket of open) hold(socket);
    },
    cutAtAnswer(text) {
      fatal = text;
    },
    close: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
