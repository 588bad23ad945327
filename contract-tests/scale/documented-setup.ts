import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8');

/** The named blocks of docs/scale.md: commands and configuration files. */
const blocks = new Map(
  [...page.matchAll(/^```\w+ ([\w.]+)\n([^]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);

/** The ports that docs/scale.md names. */
export const documentedPorts = [
  2379, 2380, 4000, 4001, 4002, 4003, 4080, 5000, 5432, 5433, 5434, 6432, 8008, 8009, 8010,
] as const;

export type DocumentedPort = (typeof documentedPorts)[number];

/**
 * Returns a named block of docs/scale.md, with free ports instead of the documented ones.
 * @throws {Error} if the page has no such block
 */
export function documentedBlock(name: string, ports: ReadonlyMap<number, number>): string {
  const text = blocks.get(name);
  if (text === undefined) throw new Error(`docs/scale.md has no block "${name}"`);
  return text.replace(/(?<=127\.0\.0\.1:|-p |port ?=? ?)\d{4}\b/g, (port) => String(ports.get(Number(port)) ?? port));
}

/**
 * Returns within how many seconds writes go on in a phase, as docs/scale.md promises.
 * @throws {Error} if the page has no row for the phase
 */
export function documentedLimit(phase: string): number {
  const row = [...page.matchAll(/^\| (.+?) +\| (\d+) s +\|$/gm)].find(
    ([, title]) => title?.replaceAll('`', '') === phase,
  );
  if (row === undefined) throw new Error(`docs/scale.md has no limit for the phase "${phase}"`);
  return Number(row[2]);
}
