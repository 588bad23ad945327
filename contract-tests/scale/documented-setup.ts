import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8');

/** The named blocks of docs/scale.md: commands and configuration files. */
const blocks = new Map(
  [...page.matchAll(/^```\w+ ([\w.]+)\n([^]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);

/** The ports that docs/scale.md names. */
export const documentedPorts = [4000, 4001, 4002, 4003, 5000, 5432, 5433, 6432] as const;

export type DocumentedPort = (typeof documentedPorts)[number];

/**
 * Returns a named block of docs/scale.md, with free ports instead of the documented ones.
 * @throws {Error} if the page has no such block
 */
export function documentedBlock(name: string, ports: ReadonlyMap<number, number>): string {
  const text = blocks.get(name);
  if (text === undefined) throw new Error(`docs/scale.md has no block "${name}"`);
  return text.replace(/(?<=127\.0\.0\.1:|-p |port ?= ?)\d{4}\b/g, (port) => String(ports.get(Number(port)) ?? port));
}
