import type { Resolved } from './resolve-variables.ts';
import type { TargetFile } from './target-file.ts';

/** Fewer characters also occur by chance, in words and in encoded bytes. */
const SHORTEST_KEY = 6;

/** Returns the problem that keys of a target file are too short to be hidden in reports, in one line without the keys. */
export function keyProblems({ keys = {}, restricted }: TargetFile, { secrets }: Resolved): readonly string[] {
  const all = { ...keys, 'restricted.key': restricted?.key };
  const short = Object.entries(all).flatMap(([name, key]) => {
    if (key === undefined || key.length >= SHORTEST_KEY) return [];
    const variables = Object.keys(secrets).filter((variable) => secrets[variable] === key);
    const place = name.includes('.') ? name : `keys.${name}`;
    return [variables.length === 0 ? place : `${place} (${variables.join(', ')})`];
  });
  if (short.length === 0) return [];
  return [
    `${short.join(', ')} ${short.length === 1 ? 'has' : 'have'} fewer than ${SHORTEST_KEY} characters: ` +
      'reports could not hide so short a key without changing words that contain it; use a longer key',
  ];
}
