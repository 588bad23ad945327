import { DatabaseSync } from 'node:sqlite';

/** Runs SQL statements from outside the server. */
export function runSql(file: string, text: string): void {
  const database = new DatabaseSync(file);
  database.exec(text);
  database.close();
}
