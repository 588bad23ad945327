import { DatabaseSync } from 'node:sqlite';

/** Runs statements as somebody beside the server would. */
export function runSql(file: string, text: string): void {
  const database = new DatabaseSync(file);
  database.exec(text);
  database.close();
}
