import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, describe, expect, it } from '@jest/globals';

import { arbitraryDefinitions } from '../../../workspace/testing/arbitrary-definition.ts';
import { DataPlaceError } from '../store-errors.ts';
import { administrationFacts, NOW } from '../testing/administration-facts.ts';
import { updateFacts } from '../testing/update-facts.ts';
import { administerSqlite } from './sqlite-administration.ts';
import { SqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'workspace-api-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = (): Date => NOW;

describe('the administration of an SQLite file', () => {
  administrationFacts(async () => {
    const file = join(folder, 'data.sqlite');
    const administration = administerSqlite(file, true, now);
    return { store: new SqliteStore(undefined, file), administration, other: administerSqlite(file, false, now) };
  });

  describe('updates workspaces:', () => {
    updateFacts(
      async () => {
        const file = join(folder, 'update.sqlite');
        return { administration: administerSqlite(file, true, now), store: new SqliteStore(undefined, file) };
      },
      arbitraryDefinitions(25, 7),
    );
  });

  it('creates a file only if `create` is true', () => {
    const file = join(folder, 'misspelt.sqlite');
    expect(() => administerSqlite(file, false, now)).toThrow(DataPlaceError);
    expect(existsSync(file)).toBe(false);
  });

  it('reports that another process holds the lock for too long, and works again once it is released', async () => {
    const file = join(folder, 'full.sqlite');
    const administration = administerSqlite(file, true, now);
    const database = new DatabaseSync(file);
    database.exec('BEGIN IMMEDIATE');
    // The lock is held for longer than the administration waits.
    await expect(administration.listWorkspaces()).rejects.toThrow('full.sqlite (database is locked)');
    database.exec('ROLLBACK');
    expect(await administration.listWorkspaces()).toEqual([]);
    database.close();
    await administration.close();
  });
});
