import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { createDatabaseFile } from '../../testing/database-file.ts';
import { DataPlaceError } from '../store-errors.ts';

const OTHER_USER = 65_534;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unusable-'));
  file = join(folder, 'shop.db');
  chmodSync(folder, 0o777);
  await createDatabaseFile(file);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs work as a user who is not root, who may do everything. */
async function asUser<Result>(work: () => Promise<Result>): Promise<Result> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(OTHER_USER);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

it.each<[string, () => void]>([
  ['file', () => chmodSync(file, 0)],
  ['folder', () => chmodSync(folder, 0o500)],
])('a %s that the user may not use is named as the reason', async (_title, forbid) => {
  forbid();
  const opened = asUser(() => createDatabaseFile(file));
  await expect(opened).rejects.toThrow(DataPlaceError);
  await expect(opened).rejects.toThrow(
    `cannot open ${file} as an SQLite database (permission denied): run as the user that the file and its folder belong to`,
  );
  chmodSync(folder, 0o700);
});
