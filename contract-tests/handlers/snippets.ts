import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The source of each subpath that the snippets import. */
const entries: Readonly<Record<string, string>> = {
  'workspace-api-client/msw': 'src/handlers/msw/index.ts',
  'workspace-api-client/testing': 'src/fixtures/index.ts',
  'workspace-api-client/playwright': 'src/handlers/playwright/index.ts',
  'workspace-api-client': 'src/client/index.ts',
};

/** The sections with a snippet in TypeScript. */
export type Section = 'Fixtures' | 'MSW' | 'Playwright';

/** Returns the code of the only such snippet in a section of docs/test-your-app.md. */
export function snippetAsShown(section: Section): string {
  const page = readFileSync(`${ROOT}docs/test-your-app.md`, 'utf8');
  const text = page.split(/^## /m).find((each) => each.startsWith(`${section}\n`)) ?? '';
  const [code, ...more] = [...text.matchAll(/^```ts[^\n]*\n([^]*?)^```$/gm)].map(([, each = '']) => each);
  if (code === undefined || more.length > 0) throw new Error(`The section ${section} must have one snippet`);
  return code;
}

/** Returns the same with imports of the sources. */
export function snippetOf(section: Section): string {
  const code = snippetAsShown(section);
  return Object.entries(entries).reduce((all, [name, file]) => all.replaceAll(`'${name}'`, `'${ROOT}${file}'`), code);
}
