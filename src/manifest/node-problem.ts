import { manifest } from './manifest.ts';

/**
 * Returns what is wrong if this version of Node is too old for the package, as one line, and otherwise `undefined`. package.json
 * alone says which version it needs.
 */
export function nodeProblem(version = process.version, { name, engines } = manifest): string | undefined {
  const [needed = ''] = /\d+(?:\.\d+)*/.exec(engines.node) ?? [];
  return isOlder(numbersOf(version.slice(1)), numbersOf(needed))
    ? `This is Node ${version}, and ${name} needs ${needed} or newer. Install it from https://nodejs.org.`
    : undefined;
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map((part) => parseInt(part, 10));
}

function isOlder(version: readonly number[], needed: readonly number[]): boolean {
  const index = needed.findIndex((part, place) => part !== version[place]);
  return index !== -1 && (version[index] ?? 0) < (needed[index] ?? 0);
}
