import { createConfig, lintFromString } from '@redocly/openapi-core';

import house from '../plugin.ts';

/** Returns the location and message of each problem that one house rule finds in a document. Runs no other rule. */
export async function problemsOf(rule: string, source: string): Promise<string[]> {
  const config = await createConfig({ plugins: [house()], rules: { [`house/${rule}`]: 'error' } });
  const problems = await lintFromString({ source, config });
  return problems.map(({ message, location }) => `${location[0]?.pointer ?? 'nowhere'} ${message}`);
}
