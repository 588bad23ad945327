import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Image } from './image.ts';
import { isRoot } from './image.ts';

/** How a container runs. */
interface RunOptions {
  /** The words after the image in `docker run`, instead of the command of the image. */
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the process of a container: with the variables, the folder and the user of its image, and no other variables. */
export function startContainer(image: Image, { words = image.command, environment = {} }: RunOptions): ChildProcess {
  return startIn(image, [...image.entrypoint, ...words], environment);
}

/** Runs the health check of a container, and returns its exit code. */
export async function checkHealth(
  image: Image,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly stdout: string }> {
  return ended(startIn(image, image.healthCheck, environment));
}

/** Waits until a process ends, and returns its exit code and its output. */
export async function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/**
 * Makes an image read-only, as `docker run --read-only` does, except for a folder, where a volume is mounted. Only root is not bound by
 * this, and the user of an image is not root.
 */
export async function makeReadOnly(image: Image, volume?: string): Promise<void> {
  const run = promisify(execFile);
  await run('chmod', ['-R', 'a-w', image.root]);
  if (volume !== undefined) await run('chmod', ['-R', 'u+w', join(image.root, volume)]);
}

/** Returns the files of an image, except those in a volume. */
export function filesOf({ root }: Image, volume = ''): readonly string[] {
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return all.filter((file) => volume === '' || !`/${file}`.startsWith(`${volume}/`)).toSorted();
}

function startIn(image: Image, words: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const [program = '', ...others] = words.map((word) => (word.startsWith('/') ? join(image.root, word) : word));
  const [uid, gid] = image.user ?? [0, 0];
  return spawn(program, others, {
    cwd: join(image.root, image.folder),
    env: { PATH: image.path, ...image.environment, ...environment },
    ...(isRoot ? { uid, gid } : {}),
  });
}
