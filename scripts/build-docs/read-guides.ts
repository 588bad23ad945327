import { statSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';

import type { Guide, GuideSource } from './guide.ts';
import { readGuide } from './guide.ts';

/** The guides to list first, in reading order. The others follow, sorted by name. */
const FIRST = [
  'docs/verify.md',
  'docs/mock.md',
  'docs/client.md',
  'docs/serve.md',
  'docs/scale.md',
  'docs/operate.md',
  'docs/evolution.md',
];

/** Documents outside docs/. */
const OF_THE_PROJECT = ['CHANGELOG.md', 'CONTRIBUTING.md'];

/** Reads the documents of docs/ and of the project, in the order of the site: guides, decisions, the project. */
export async function readGuides(root: string): Promise<readonly Guide[]> {
  const found: string[] = [];
  for await (const file of glob('docs/**/*.md', { cwd: root })) found.push(file);
  const files = [...found.toSorted(byReading), ...OF_THE_PROJECT];
  const sources = await Promise.all(
    files.map(async (file): Promise<GuideSource> => ({ file, text: await readFile(`${root}${file}`, 'utf8') })),
  );
  const surroundings = { guides: new Set(files), kindOf: (path: string) => kindOf(`${root}${path}`) };
  return sources.map((source) => readGuide(source, surroundings));
}

function byReading(one: string, other: string): number {
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

function rank(file: string): number {
  const place = FIRST.indexOf(file);
  if (place >= 0) return place;
  return FIRST.length + (file.startsWith('docs/decisions/') ? 1 : 0);
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}
