import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';

/** Scalar's API reference as a single browser script. */
export interface ReferenceBundle {
  /** A hash of the code. */
  readonly version: string;
  readonly code: Uint8Array;
}

/**
 * The modules that may contain the bundle as a string: next to this file after `npm run build` has copied it, otherwise where npm
 * installed it. It comes from a package that embeds the bundle, because the original package depends on hundreds of others.
 */
const PLACES = ['./scalar-bundle.js', '../../../node_modules/@scalar/fastify-api-reference/dist/index.js'];

/**
 * Returns the bundle, which is read only once.
 * @throws {Error} if it is not installed, or not at the expected place in its package
 */
export function readReferenceBundle(): Promise<ReferenceBundle> {
  bundle ??= read();
  return bundle;
}

let bundle: Promise<ReferenceBundle> | undefined;

async function read(): Promise<ReferenceBundle> {
  const [, literal] = /^var standalone_default = (".*");$/m.exec(await readFirst()) ?? [];
  if (literal === undefined)
    throw new Error('@scalar/fastify-api-reference no longer has its bundle in the expected place; update PLACES');
  // A JavaScript string literal can have characters and escapes that JSON.parse rejects, so evaluate it.
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
