import { execFile } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

import type { Mock } from '../mock/index.ts';
import { UsageError } from './usage-error.ts';

const ROOT = new URL('../../', import.meta.url);
const CONTRACT = 'openapi.yaml';
const GENERATOR = new URL('scripts/generate.ts', ROOT).pathname;

/** Editors write a file in several steps, in so many milliseconds. */
const SETTLING = 100;

/** Where a watched mock listens, and who is told what becomes of a change. */
export interface WatchOptions {
  readonly host: string;
  readonly port: number;
  readonly onReload: () => void;
  /** The contract could not be taken; the mock goes on with the one before. */
  readonly onRefusal: (complaint: string) => void;
}

/**
 * Starts a mock that is started again, on the same port, whenever `openapi.yaml` changes: what is generated from it is written
 * anew first, as `npm run generate` does.
 * @throws {UsageError} outside of the repository, where there is no contract to write
 */
export async function watchMock({ host, port, onReload, onRefusal }: WatchOptions): Promise<Mock> {
  if (!existsSync(GENERATOR)) throw new UsageError(`--watch works where ${CONTRACT} is written: in its repository`);
  let running = await startInThread(host, port);
  const { url } = running;
  let settling: NodeJS.Timeout | undefined;
  let reloading = Promise.resolve();

  async function reload(): Promise<void> {
    try {
      await promisify(execFile)(process.execPath, [GENERATOR], { cwd: ROOT });
      await running.worker.terminate();
      running = await startInThread(host, Number(new URL(url).port));
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
      await running.worker.terminate();
    },
  };
}

function startInThread(host: string, port: number): Promise<{ readonly url: string; readonly worker: Worker }> {
  const worker = new Worker(new URL('./mock-worker.ts', import.meta.url), { workerData: { host, port } });
  return new Promise((resolve, reject) => {
    worker.once('message', (url: string) => resolve({ url, worker }));
    worker.once('error', reject);
  });
}

/** The line of an error that says what is wrong, rather than where it was noticed. */
function complaintOf(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.split('\n').find((line) => /^\w*(Error|Exception)\b.*:/.test(line)) ?? text.trim();
}
