import type { Manifest } from './manifest.ts';
import { manifest } from './manifest.ts';

/**
 * Returns what is wrong if the package does not run on this version of Node, as one line, and otherwise `undefined`. package.json alone
 * says which versions it needs, as ranges such as `^22.16.0 || >=24.0.0`.
 */
export function nodeProblem(
  version = process.version,
  { name, engines }: Pick<Manifest, 'name' | 'engines'> = manifest,
): string | undefined {
  const ranges = engines.node.split('||').map((range) => ({ range: range.trim(), from: numbersOf(range) }));
  const actual = numbersOf(version);
  const fits = ranges.some(
    ({ range, from }) => !isOlder(actual, from) && (!range.startsWith('^') || actual[0] === from[0]),
  );
  if (fits) return undefined;
  const words = ranges.map(({ range, from }) =>
    range.startsWith('^') ? `${from.join('.')} or a newer ${from[0]}` : `${from.join('.')} or newer`,
  );
  return `This is Node ${version}, and ${name} needs ${words.join(', or ')}. Install it from https://nodejs.org.`;
}

function numbersOf(version: string): readonly number[] {
  return (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}

function isOlder(version: readonly number[], needed: readonly number[]): boolean {
  const index = needed.findIndex((part, place) => part !== version[place]);
  return index !== -1 && (version[index] ?? 0) < (needed[index] ?? 0);
}
