import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

import { Refusal } from './arguments/usage-error.ts';

/** How long to wait after a change, in milliseconds, because editors write a file in several steps. */
const SETTLING = 100;

/**
 * Calls a function whenever a file changes. Watches its folder, because many editors replace the file.
 * @param onRefusal called with the message of a `Refusal` that the function throws; the file stays watched
 */
export function watchFile(
  file: string,
  onChange: () => Promise<void>,
  onRefusal: (message: unknown) => void,
): { close(): Promise<void> } {
  let settling: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await onChange();
    } catch (error) {
      onRefusal(error instanceof Refusal ? error.message : error);
    }
  };
  const watcher = watch(dirname(file), (_event, name) => {
    if (name !== basename(file)) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      running = running.then(run);
    }, SETTLING);
  });
  return {
    async close() {
      watcher.close();
      clearTimeout(settling);
      await running;
    },
  };
}
