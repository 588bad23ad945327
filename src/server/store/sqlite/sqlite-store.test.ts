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
  ['in memory', undefined],
  ['in a file', join(folder, 'data.sqlite')],
])('the store in SQLite, %s', (_title, file) => {
  storeFacts(async () => new SqliteStore(shopDefinition, file));
});
