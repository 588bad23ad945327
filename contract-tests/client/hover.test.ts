import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { contract } from '../../src/contract/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILE = `${ROOT}contract-tests/client/hovered.ts`;
const document = JSON.parse(readFileSync(`${ROOT}generated/openapi.json`, 'utf8'));

const ids = Object.keys(contract.operations);
const CODE = `import { createClient, entity } from '../../src/client/index.ts';
import type { TicketRecord, Workspace } from './helpdesk.ts';
const client = createClient({ baseUrl: 'http://localhost' });
${ids.map((id) => `void client.${id};`).join('\n')}
const { ${ids.join(', ')} } = client;
void [${ids.join(', ')}];
const typed = createClient<Workspace>({ baseUrl: 'http://localhost' });
${ids.map((id) => `void typed.${id};`).join('\n')}
const bound = entity(typed, 'Ticket');
${ids.map((id) => `void bound.${id};`).join('\n')}
export const title = (ticket: TicketRecord) => ticket.title;
`;

let service: ts.LanguageService;
beforeAll(() => {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const read = (name: string): string | undefined => (name === FILE ? CODE : ts.sys.readFile(name));
  service = ts.createLanguageService({
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = read(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === FILE || ts.sys.fileExists(name),
    readFile: read,
  });
});

describe('hovering a call in an editor', () => {
  it.each(Object.entries(contract.operations))(
    'shows what %s does and how it fails',
    (id, { method, path, errors }) => {
      const documented: readonly (readonly [string, readonly string[]])[] = Object.entries(errors);
      const { summary, description } = document.paths[path][method.toLowerCase()];
      for (const use of [
        `client.${id};`,
        `typed.${id};`,
        `bound.${id};`,
        `const { ${ids
          .slice(0, ids.indexOf(id))
          .map((each) => `${each}, `)
          .join('')}${id}`,
      ]) {
        const position = CODE.indexOf(use) + use.lastIndexOf(id);
        const shown = ts.displayPartsToString(service.getQuickInfoAtPosition(FILE, position)?.documentation);
        const words = shown.replaceAll(/\s+/g, ' ');
        expect(words).toContain(summary);
        expect(words).toContain(description.trim().replaceAll(/\s+/g, ' '));
        const pairs = documented.flatMap(([status, codes]) => codes.map((code) => `${status} ${code}`));
        expect([...shown.matchAll(/^- `(\d+ \w+)`: ./gm)].map(([, pair]) => pair).toSorted()).toEqual(pairs.toSorted());
      }
    },
  );

  it('shows the description, the values and the example of a column', () => {
    const info = service.getQuickInfoAtPosition(FILE, CODE.indexOf('ticket.title') + 'ticket.'.length);
    const shown = ts.displayPartsToString(info?.documentation);
    expect(shown).toBe('What it is about, in one line.\n\nText of at most 255 characters.');
    expect(info?.tags?.map(({ name, text }) => [name, ts.displayPartsToString(text)])).toEqual([
      ['example', '"The printer is on fire"'],
    ]);
  });
});
