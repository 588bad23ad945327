import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

/** The folder that the names of modules are relative to: the repository, or `dist/`. */
const ROOT = new URL('../../../', import.meta.url);

/** The folders whose modules run in a browser: those of the page, and those they import. */
const FOLDERS = ['src/mock/page/browser/', 'src/contract/', 'generated/'];

/** The extension of modules: `.ts` in the repository, `.js` in `dist/`, where they are compiled. */
const EXTENSION = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

/** The entry module of the page. */
export const firstModule = `src/mock/page/browser/main${EXTENSION}`;

/** The entry module of the reference. */
export const firstModuleOfReference = `src/mock/page/browser/show-reference${EXTENSION}`;

/** Returns the JavaScript of a module by its path in the repository, or `undefined` if it is not a browser module. */
export async function browserModule(name: string): Promise<string | undefined> {
  modules ??= readModules();
  return (await modules).get(name);
}

let modules: Promise<ReadonlyMap<string, string>> | undefined;

async function readModules(): Promise<ReadonlyMap<string, string>> {
  const names = (await Promise.all(FOLDERS.map(modulesIn))).flat();
  const codes = await Promise.all(names.map((name) => readFile(new URL(name, ROOT), 'utf8')));
  const runnable = EXTENSION === '.ts' ? await stripTypes(codes) : codes;
  return new Map(names.map((name, index) => [name, runnable[index] ?? '']));
}

async function modulesIn(folder: string): Promise<readonly string[]> {
  const isModule = (name: string) => name.endsWith(EXTENSION) && !/\.(test|d)\.[jt]s$/.test(name);
  return (await readdir(new URL(folder, ROOT))).filter(isModule).map((name) => `${folder}${name}`);
}

/** Strips types in a worker thread, because Node's experimental warning about it can only be disabled for a thread. */
async function stripTypes(codes: readonly string[]): Promise<readonly string[]> {
  const worker = new Worker(STRIP, {
    eval: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    workerData: codes,
  });
  const [stripped]: readonly (readonly string[])[] = await once(worker, 'message');
  return stripped ?? [];
}

const STRIP = `
const { parentPort, workerData } = require('node:worker_threads');
const { stripTypeScriptTypes } = require('node:module');
parentPort.postMessage(workerData.map((code) => stripTypeScriptTypes(code)));
`;
