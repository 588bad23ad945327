import { DatabaseSync } from 'node:sqlite';

import type { Definition } from '../../workspace/index.ts';
import type { Row } from '../store/sql/read-rows.ts';
import { SqliteStore } from '../store/sqlite/sqlite-store.ts';

/** Creates the SQLite file of a server, with the workspaces of a definition, and closes it. */
export async function createDatabaseFile(file: string, definition?: Definition): Promise<void> {
  await new SqliteStore(definition, file).close();
}

/** Runs one SQL statement that changes nothing, and returns its first row. */
export function firstRow(file: string, text: string): Row | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(text).get();
  } finally {
    database.close();
  }
}
