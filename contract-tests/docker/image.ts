import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { chmod, cp, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import type { Instruction, Stage } from './dockerfile.ts';
import { pairsOf, wordsOf } from './dockerfile.ts';

const run = promisify(execFile);

/** The result of a Dockerfile: a folder instead of a file system, and how a container starts. */
export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  /** The folder of Node, which the base image brings. */
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly folder: string;
  /** The numbers of the user and the group; `undefined` is root. */
  readonly user: readonly [number, number] | undefined;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

/** Where and how the steps of a Dockerfile run. */
export interface BuildOptions {
  /** The build context. */
  readonly context: string;
  /** An empty folder for the stages. */
  readonly folder: string;
  /** What to do instead of a command of RUN, by the beginning of the command. */
  readonly instead: Readonly<Record<string, (workingFolder: string) => Promise<void>>>;
}

/** Whether this process may change the owner of a file, and run as another user. */
export const isRoot = process.getuid?.() === 0;

/** Runs the steps of a Dockerfile in folders instead of containers, and returns the last stage. The base image is this machine. */
export async function build(stages: readonly Stage[], options: BuildOptions): Promise<Image> {
  const tools = join(options.folder, 'tools');
  await writeTools(tools);
  const images = new Map<string, Image>();
  let last: Image | undefined;
  for (const [index, stage] of stages.entries()) {
    const root = join(options.folder, String(index));
    await mkdir(root);
    const base = images.get(stage.from);
    if (base !== undefined) await cp(base.root, root, { recursive: true, verbatimSymlinks: true });
    let image: Image = { ...(base ?? scratch), root, path: tools };
    for (const instruction of stage.instructions) image = await step(image, instruction, images, options);
    if (stage.name !== undefined) images.set(stage.name, image);
    last = image;
  }
  if (last === undefined) throw new Error('The Dockerfile has no FROM');
  return last;
}

const scratch: Image = {
  root: '',
  path: '',
  environment: {},
  labels: {},
  folder: '/',
  user: undefined,
  entrypoint: [],
  command: [],
  healthCheck: [],
};

async function step(
  image: Image,
  { name, flags, text }: Instruction,
  images: ReadonlyMap<string, Image>,
  options: BuildOptions,
): Promise<Image> {
  switch (name) {
    case 'WORKDIR': {
      const folder = resolve(image.folder, text);
      await mkdir(join(image.root, folder), { recursive: true });
      return { ...image, folder };
    }
    case 'ENV':
      return { ...image, environment: { ...image.environment, ...pairsOf(text) } };
    case 'LABEL':
      return { ...image, labels: { ...image.labels, ...pairsOf(text) } };
    case 'COPY': {
      const from = flags.from === undefined ? options.context : images.get(flags.from)?.root;
      if (from === undefined) throw new Error(`COPY ${text} is from ${flags.from}, which is not an earlier stage`);
      await copy(from, image, text.split(/\s+/));
      return image;
    }
    case 'RUN':
      await runInShell(image, text, options);
      return image;
    case 'USER': {
      const [user = NaN, group = NaN] = text.split(':').map(Number);
      return { ...image, user: [user, group] };
    }
    case 'HEALTHCHECK':
      return { ...image, healthCheck: wordsOf(text.replace(/^CMD\s+/, '')) };
    case 'ENTRYPOINT':
      return { ...image, entrypoint: wordsOf(text) };
    case 'CMD':
      return { ...image, command: wordsOf(text) };
    case 'EXPOSE':
      return image;
    default:
      throw new Error(`This test cannot run the instruction ${name}; add it`);
  }
}

async function copy(from: string, image: Image, paths: readonly string[]): Promise<void> {
  const target = paths.at(-1) ?? '';
  const place = join(image.root, resolve(image.folder, target));
  const isFolder = target.endsWith('/') || target === '.' || paths.length > 2;
  for (const pattern of paths.slice(0, -1)) {
    const found = globSync(join(from, pattern));
    if (found.length === 0) throw new Error(`COPY ${paths.join(' ')}: there is no ${pattern}`);
    for (const source of found) {
      const isFile = (await stat(source)).isFile();
      const file = isFile && isFolder ? join(place, basename(source)) : place;
      await mkdir(dirname(file), { recursive: true });
      await cp(source, file, { recursive: true, verbatimSymlinks: true });
    }
  }
}

/** Runs a command of RUN, in which words that begin with a slash are in the image. */
async function runInShell(image: Image, text: string, { instead }: BuildOptions): Promise<void> {
  const cwd = join(image.root, image.folder);
  const [, replacement] = Object.entries(instead).find(([command]) => text.startsWith(command)) ?? [];
  if (replacement !== undefined) return replacement(cwd);
  const env = { ...process.env, ...image.environment, PATH: `${image.path}:${process.env.PATH}` };
  await run('/bin/sh', ['-ec', text.replaceAll(/(?<=\s)\/(?=\w)/g, `${image.root}/`)], { cwd, env });
}

/**
 * Writes the programs of the base image: this version of Node, in a place that every user can reach. Only root can give files to another
 * user, so for everybody else, `chown` does nothing: one user owns all files and runs the containers.
 */
async function writeTools(folder: string): Promise<void> {
  await mkdir(folder);
  await cp(process.execPath, join(folder, 'node'));
  if (isRoot) return;
  await writeFile(join(folder, 'chown'), '#!/bin/sh\n');
  await chmod(join(folder, 'chown'), 0o755);
}
