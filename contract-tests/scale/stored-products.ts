import { runSql } from '../../src/server/testing/postgres-cluster.ts';

/** Returns the products of the workspace `inventory`, as a database has them: their name by SKU. */
export async function storedProducts(databaseUrl: string): Promise<ReadonlyMap<string, string>> {
  const [workspace] = await runSql(databaseUrl, `SELECT id FROM workspace_api.workspaces WHERE slug = 'inventory'`);
  // Workspaces with different entities have different schemas, and only one of them has this workspace.
  const places = await runSql(databaseUrl, `SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'products'`);
  const selects = places.map(
    ({ schema }) =>
      `SELECT sku, name FROM "${String(schema)}".products WHERE "@workspace" = '${String(workspace?.id)}'`,
  );
  const rows = await runSql(databaseUrl, selects.join(' UNION ALL '));
  return new Map(rows.map((row) => [String(row.sku), String(row.name)]));
}
