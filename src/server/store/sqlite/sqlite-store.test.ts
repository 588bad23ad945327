import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe } from '@jest/globals';

import { shopDefinition } from '../testing/shop-definition.ts';
import { storeFacts } from '../testing/store-facts.ts';
import { SqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'workspace-api-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in memory', undefined, undefined],
  ['in a file', join(folder, 'data.sqlite'), undefined],
  ['in memory, with pages read by other threads', undefined, 0],
  ['in a file, with pages read by other threads', join(folder, 'threads.sqlite'), 0],
])('the store in SQLite, %s', (_title, file, longestRead) => {
  storeFacts(async () => new SqliteStore(shopDefinition, file, longestRead));
});
