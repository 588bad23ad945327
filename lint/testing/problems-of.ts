import { createConfig, lintFromString } from '@redocly/openapi-core';

import house from '../plugin.ts';

/** What one house rule finds in a document, and nothing else: the place and the message of each problem. */
export async function problemsOf(rule: string, source: string): Promise<string[]> {
  const config = await createConfig({ plugins: [house()], rules: { [`house/${rule}`]: 'error' } });
  const problems = await lintFromString({ source, config });
  return problems.map(({ message, location }) => `${location[0]?.pointer ?? 'nowhere'} ${message}`);
}
