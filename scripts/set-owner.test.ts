import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { findMentions, ownerIn, withOwner } from './owner/mentions.ts';
import { trackedTexts } from './owner/tracked-texts.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

// In pieces, so that this file does not mention an owner.
const NAME = ['workspace-api', 'contract'].join('-');
const mention = (owner: string): readonly string[] => [
  `[the project](https://github.com/${owner}/${NAME}), and`,
  `"url": "git+https://github.com/${owner}/${NAME}.git"`,
  `npm trust github --repo ${owner}/${NAME} --yes`,
  `- uses: ${owner}/${NAME}@v0`,
  `\`${owner}/${NAME}@main\``,
  `*   @${owner}/${['workspace-api', 'owners'].join('-')}`,
];

describe('the owner of the repository', () => {
  it.each(mention('a.b-c'))('is found in %j', (text) => {
    expect(findMentions(`first\n${text}`)).toEqual([{ owner: 'a.b-c', line: 2 }]);
    expect(findMentions(withOwner(text, 'other'))).toEqual([{ owner: 'other', line: 1 }]);
  });

  it.each([`dist/${NAME}`, `npm install ${NAME}@1`, `node_modules/${NAME}/README.md`, `https://github.com/OAI/spec`])(
    'is not found in %j',
    (text) => {
      expect(findMentions(text)).toEqual([]);
    },
  );

  it('is the one that package.json names, in every file', () => {
    const owner = ownerIn(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const mentions = [...trackedTexts(ROOT)].flatMap(([file, text]) =>
      findMentions(text).map((found) => ({ ...found, file })),
    );
    expect(mentions.length).toBeGreaterThan(5);
    const others = mentions
      .filter((found) => found.owner !== owner)
      .map(
        (found) =>
          `${found.file}:${found.line} names the owner ${found.owner}, but package.json names ${owner}. Run npm run set-owner`,
      );
    expect(others).toEqual([]);
  });

  it('must be in a URL of GitHub', () => {
    expect(() => ownerIn('{"repository":"github:acme/x"}')).toThrow('is "github:acme/x". Write https://github.com/');
  });
});

describe('npm run set-owner', () => {
  it('writes the owner into every text file, whatever its name, and nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'set owner '));
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    try {
      const before = mention('first').join('\n');
      const texts = [
        '.github/CODEOWNERS',
        '.npmrc',
        'docker/a.Dockerfile',
        'Makefile',
        'page.html',
        'run',
        'umlaut ä.txt',
      ];
      for (const file of texts) write(file, before);
      const others = { 'README.md': `# dist/${NAME}\n`, 'image.png': `${before}\0`, ignored: before };
      for (const [file, text] of Object.entries(others)) write(file, text);
      write('.gitignore', 'ignored\n');
      write('package.json', `{ "repository": "https://github.com/second/${NAME}" }\n`);
      execFileSync('git', ['init', '-q', folder]);
      const run = (): string =>
        execFileSync(process.execPath, [join(ROOT, 'scripts/set-owner.ts'), '--root', folder], { encoding: 'utf8' });
      expect(run().trim().split('\n').toSorted()).toEqual(texts.map((file) => `wrote ${file}`).toSorted());
      expect(texts.map(read)).toEqual(texts.map(() => mention('second').join('\n')));
      expect(Object.keys(others).map(read)).toEqual(Object.values(others));
      expect(run()).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
