import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { backUpSqlite } from '../../src/server/index.ts';
import { createDatabaseFile, firstRow } from '../../src/server/testing/database-file.ts';
import { runSql } from '../../src/server/testing/run-sql.ts';
import { runCommand } from '../run-command.ts';
import { killServedProcesses, serveOwnInProcess } from '../served-process.ts';
import { documentedOutput } from './documented-shell.ts';
import { expectUpgraded, previousFormat } from './upgraded.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
  data = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => killServedProcesses());

const formatOf = (file: string): number => Number(firstRow(file, 'PRAGMA user_version')?.user_version);

describe('an SQLite file', () => {
  it('in the previous format is upgraded by servers that start at the same time', async () => {
    writeFileSync(data, previousFormat.sqlite());
    const before = formatOf(data);
    const servers = await Promise.all([1, 2].map(() => serveOwnInProcess(['--data', data])));
    for (const [index, { url }] of servers.entries()) await expectUpgraded(url, `barbara-${index}@example.com`);
    expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([0, 0]);
    expect(servers.map((server) => server.errors())).toEqual(['', '']);
    expect(formatOf(data)).toBe(before + 1);
  });

  it('in the previous format can be backed up without an upgrade', async () => {
    writeFileSync(data, previousFormat.sqlite());
    const before = formatOf(data);
    await backUpSqlite(data, join(folder, 'backup.db'));
    expect([formatOf(data), formatOf(join(folder, 'backup.db'))]).toEqual([before, before]);
  });

  const createLater = async (file: string): Promise<void> => {
    await createDatabaseFile(file);
    runSql(file, 'PRAGMA user_version = 99');
  };
  const later =
    (mode: string) =>
    async (file: string): Promise<void> => {
      await createLater(file);
      runSql(file, `PRAGMA journal_mode = ${mode}`);
    };
  const damagedAt =
    (position: number) =>
    async (file: string): Promise<void> => {
      await createDatabaseFile(file);
      const content = readFileSync(file);
      content.fill(255, position, position + 200);
      writeFileSync(file, content);
    };
  const refused: Readonly<Record<string, readonly [(file: string) => Promise<void>, string]>> = {
    'of a later version': [later('WAL'), documentedOutput],
    'of a later version that is a backup': [later('DELETE'), documentedOutput],
    'of another program': [
      async (file) => runSql(file, 'CREATE TABLE notes (id)'),
      'shop.db was created by another program: choose another file\n',
    ],
    'that is not a database': [
      async (file) => writeFileSync(file, 'text'.repeat(2000)),
      'cannot open shop.db as an SQLite database (file is not a database): choose another file, or restore a backup\n',
    ],
    'with a damaged header': [
      damagedAt(20),
      'cannot open shop.db as an SQLite database (file is not a database): choose another file, or restore a backup\n',
    ],
    'with a damaged schema': [
      damagedAt(100),
      'cannot open shop.db as an SQLite database (database disk image is malformed): choose another file, or restore a backup\n',
    ],
  };

  it.each(Object.entries(refused))(
    '%s is refused in one line, and stays as it is',
    async (_title, [create, message]) => {
      await create(data);
      const before = readFileSync(data);
      const [serve, list] = await Promise.all(
        [
          ['serve', '--port', '0'],
          ['admin', 'key', 'list'],
        ].map((words) => runCommand([...words, '--data', 'shop.db'], { folder })),
      );
      expect(serve).toEqual({ code: 2, stdout: '', stderr: message });
      expect(list).toEqual(serve);
      expect(readFileSync(data).equals(before)).toBe(true);
      expect(readdirSync(folder)).toEqual(['shop.db']);
    },
  );
});
