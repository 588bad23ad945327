import { DatabaseSync } from 'node:sqlite';

import { Client } from 'pg';

/** How many events the book has. */
const EVENTS = 1_000_000;

/** Stores the events in the SQLite file of a server. */
export function fillSqlite(file: string): void {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec(`WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${EVENTS})
    INSERT INTO "bench/main.events" (name, kind, book_id) SELECT 'event ' || n, n % 10000, 1 FROM numbers`);
  database.close();
}

/** Stores the events in the PostgreSQL database of a server. */
export async function fillPostgres(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query(`SELECT schemaname AS name FROM pg_tables WHERE tablename = 'events'`);
  await client.query(`SET search_path TO "${rows[0]?.name}";
    INSERT INTO events ("@workspace", id, name, kind, book_id)
      SELECT 'bench/main', n, 'event ' || n, n % 10000, 1 FROM generate_series(1, ${EVENTS}) AS n;
    ANALYZE events`);
  await client.end();
}
