import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

import type { Mock } from '../../../mock/index.ts';
import { UsageError } from '../../arguments/usage-error.ts';

const ROOT = new URL('../../../../', import.meta.url);
const CONTRACT = 'openapi.yaml';
const GENERATOR = fileURLToPath(new URL('scripts/generate.ts', ROOT));

/** How long to wait after a change, in milliseconds, because editors write a file in several steps. */
const SETTLING = 100;

/** Where a watched mock listens, and what to call when the contract changes. */
export interface WatchOptions {
  readonly host: string;
  readonly port: number;
  readonly onReload: () => void;
  /** Called when the new contract cannot be used. The mock keeps using the previous one. */
  readonly onRefusal: (complaint: string) => void;
}

/**
 * Starts a mock, and restarts it on the same port whenever `openapi.yaml` changes. Before a restart it regenerates the files that
 * `npm run generate` writes.
 * @throws {UsageError} outside of the repository, where there is no contract to edit
 */
export async function watchMock({
  host,
  port,
  onReload,
  onRefusal,
}: WatchOptions): Promise<Pick<Mock, 'url' | 'close'>> {
  if (!existsSync(GENERATOR))
    throw new UsageError(`--watch works only in the repository, where ${CONTRACT} can be edited`);
  let running = await loadInThread(host, port);
  const url = await listenWith(running);
  let settling: NodeJS.Timeout | undefined;
  let reloading = Promise.resolve();

  async function reload(): Promise<void> {
    try {
      await promisify(execFile)(process.execPath, [GENERATOR], { cwd: ROOT });
      const next = await loadInThread(host, Number(new URL(url).port));
      await running.terminate();
      running = next;
      await listenWith(running);
      onReload();
    } catch (error) {
      onRefusal(complaintOf(error));
    }
  }

  const watcher = watch(ROOT, (_event, name) => {
    if (name !== CONTRACT) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      reloading = reloading.then(reload);
    }, SETTLING);
  });
  return {
    url,
    async close() {
      watcher.close();
      clearTimeout(settling);
      await reloading;
      await running.terminate();
    },
  };
}

/** Loads a mock that does not listen yet. An error in the contract it was generated from shows up here. */
async function loadInThread(host: string, port: number): Promise<Worker> {
  const worker = new Worker(new URL('./mock-worker.ts', import.meta.url), { workerData: { host, port } });
  await once(worker, 'message');
  return worker;
}

/** Makes a loaded mock listen, and returns its URL. */
async function listenWith(worker: Worker): Promise<string> {
  worker.postMessage('listen');
  const [url] = await once(worker, 'message');
  return String(url);
}

/** Returns the line of an error that describes the problem, without the stack trace. */
function complaintOf(error: unknown): string {
  // If the generator accepts the contract and the mock does not, a name that the code uses is missing. The compiler finds the place.
  if (!(error instanceof Error && 'stderr' in error)) return `${String(error)}; run npm run typecheck for details`;
  const text = String(error.stderr);
  return text.split('\n').find((line) => /^\w*(Error|Exception)\b.*:/.test(line)) ?? text.trim();
}
