import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';

/** Scalar's API reference as one script for browsers. */
export interface ReferenceBundle {
  /** Changes with the code. */
  readonly version: string;
  readonly code: Uint8Array;
}

/**
 * Where the bundle lies as a text inside of a module: beside this file once `npm run build` has copied it, else where npm
 * installed it. The package that embeds it is taken since the one that it comes from brings hundreds of others.
 */
const PLACES = ['./scalar-bundle.js', '../../../node_modules/@scalar/fastify-api-reference/dist/index.js'];

/**
 * Reads the bundle, once.
 * @throws {Error} when it is not installed, or no longer where it was inside of its package
 */
export function readReferenceBundle(): Promise<ReferenceBundle> {
  bundle ??= read();
  return bundle;
}

let bundle: Promise<ReferenceBundle> | undefined;

async function read(): Promise<ReferenceBundle> {
  const [, literal] = /^var standalone_default = (".*");$/m.exec(await readFirst()) ?? [];
  if (literal === undefined)
    throw new Error('@scalar/fastify-api-reference has its bundle in another place; see to PLACES');
  // A literal of JavaScript may have characters and escapes that JSON does not take.
  const code = Buffer.from(String(runInNewContext(literal)));
  return { version: createHash('sha256').update(code).digest('hex').slice(0, 16), code };
}

async function readFirst(): Promise<string> {
  for (const place of PLACES) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error('The bundle of the API reference is not installed; run npm ci');
}
