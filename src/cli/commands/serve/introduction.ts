import { injections } from '../../../injection/index.ts';
import { isLoopback } from '../../../server/index.ts';
import type { Definition } from '../../../workspace/index.ts';
import { demoDefinition } from '../../../workspace/index.ts';
import type { DataPlace } from '../../arguments/data-place.ts';
import { asCalled } from '../../terminal/as-called.ts';

/** Returns what `serve` prints once it is running. */
export function introduction(
  url: string,
  place: DataPlace | undefined,
  own: Definition | undefined,
  verification?: { readonly workspaces: string | undefined; readonly target: string | undefined },
): string {
  const option = place !== undefined && 'data' in place ? ` --data ${place.data}` : '';
  return [
    `The reference server is running at ${url} (press Ctrl-C to stop it).`,
    ...(own?.workspaces ?? []).map(({ slug, mode }) => {
      // In a database, the mode can have changed since.
      const shown = place === undefined ? `   ${mode}` : '';
      return `  ${url}/${own?.organization}/${slug}${shown}`;
    }),
    '',
    ...(place === undefined
      ? ['Records are kept in memory and lost when the server stops.', keysOf(own)]
      : [
          `List its workspaces: npm run admin -- workspace list${option}`,
          `List its API keys:   npm run admin -- key list${option}`,
        ]),
    ...(verification?.target === undefined
      ? []
      : [
          '',
          'Verify the server:',
          `  npm run verify -- --workspaces ${verification.workspaces} --target ${verification.target}`,
        ]),
  ]
    .map((line) => asCalled(line))
    .join('\n');
}

/** Returns what `serve --dev` prints once it is running. */
export function devIntroduction(url: string, definition: Definition | undefined): string {
  const { organization, workspaces = [] } = definition ?? {};
  const place = [url, organization, workspaces[0]?.slug, workspaces[0]?.entities[0]?.name].join('/');
  return [
    `A server for development is running at ${url} (press Ctrl-C to stop it). It keeps everything in memory.`,
    ...workspaces.map(({ slug, mode }) => `  ${url}/${organization}/${slug}   ${mode}`),
    '',
    `Test keys, for every workspace: ${Object.keys(injections.keys).join(', ')}`,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer sk_test_read_write' ${place}`,
    `  curl -H 'Prefer: code=401, example=expiredApiKey' ${place}`,
  ].join('\n');
}

/** Returns what `serve` prints once it is running with the demo workspaces. */
export function demoIntroduction(url: string, host: string, targetFile: string | undefined): string {
  const { organization, workspaces } = demoDefinition;
  const keys = workspaces.flatMap(({ slug, mode, keys: some }) =>
    some.map(({ name, key }) => `  ${key.padEnd(32)}${name.padEnd(12)}${slug}${mode === 'ACTIVE' ? '' : ` (${mode})`}`),
  );
  const [first] = workspaces;
  return [
    `The reference server is running at ${url} (press Ctrl-C to stop it).`,
    ...(isLoopback(host) ? [] : ['The demo keys are public: anyone who can reach this address can read and write.']),
    '',
    'Demo keys:',
    ...keys,
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer ${first?.keys[0]?.key}' ${url}/${organization}/${first?.slug}/Customer`,
    ...(targetFile === undefined
      ? []
      : ['', `Verify the server:`, asCalled(`  npm run verify -- --target ${targetFile}`)]),
  ].join('\n');
}

/** A server whose definition has no key cannot be used. */
function keysOf(own: Definition | undefined): string {
  if (own?.workspaces.some(({ keys }) => keys.length > 0) === true)
    return 'The API keys are those in the workspaces file.';
  return 'No workspace has an API key, so no request succeeds: add "keys" to the file, or use the test keys of --dev.';
}
