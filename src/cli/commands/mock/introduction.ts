import type { Definition } from '../../../workspace/index.ts';
import { demoDefinition } from '../../../workspace/index.ts';

/** Returns what `mock` prints once it is running: its addresses, and commands to try. */
export function introduction(url: string, own: Definition | undefined): string {
  const { organization, workspaces } = own ?? demoDefinition;
  const [first] = workspaces;
  const place = [url, organization, first?.slug, first?.entities[0]?.name].join('/');
  return [
    `The mock is running at ${url} (press Ctrl-C to stop it).`,
    `A page with a button for every failure: ${pageOf(url)}`,
    ...(own === undefined ? [] : ['', ...own.workspaces.map((each) => lineOf(url, organization, each))]),
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer sk_test_read_write' ${place}`,
    `  curl -H 'Authorization: Bearer sk_test_expired' ${place}`,
    `  curl -H 'Prefer: code=401, example=wrongWorkspace' ${place}`,
    '',
  ].join('\n');
}

/** Returns the URL of the mock's page. */
export function pageOf(url: string): string {
  return new URL('/', url).href;
}

function lineOf(url: string, organization: string, { slug, mode, entities }: Definition['workspaces'][number]): string {
  const names = entities.map(({ name }) => name);
  const shown = names.length > 8 ? [...names.slice(0, 8), `and ${names.length - 8} more`] : names;
  return `  ${url}/${organization}/${slug}   ${mode}: ${shown.join(', ')}`;
}
