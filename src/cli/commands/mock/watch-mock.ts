import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

import type { Mock } from '../../../mock/index.ts';
import { UsageError } from '../../arguments/usage-error.ts';

const ROOT = new URL('../../../../', import.meta.url);
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

/** Loads a mock that does not listen yet: what is wrong with the contract that it was generated from shows here. */
async function loadInThread(host: string, port: number): Promise<Worker> {
  const worker = new Worker(new URL('./mock-worker.ts', import.meta.url), { workerData: { host, port } });
  await once(worker, 'message');
  return worker;
}

/** Has a mock that is loaded listen, and tells where. */
async function listenWith(worker: Worker): Promise<string> {
  worker.postMessage('listen');
  const [url] = await once(worker, 'message');
  return String(url);
}

/** The line of an error that says what is wrong, rather than where it was noticed. */
function complaintOf(error: unknown): string {
  // What the generator takes and the mock does not lacks a name that the code is written with: the compiler knows where.
  if (!(error instanceof Error && 'stderr' in error)) return `${String(error)}; npm run typecheck tells more`;
  const text = String(error.stderr);
  return text.split('\n').find((line) => /^\w*(Error|Exception)\b.*:/.test(line)) ?? text.trim();
}
