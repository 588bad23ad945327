import { describe, expect, it } from '@jest/globals';

import { asCalled } from './as-called.ts';

describe('asCalled', () => {
  it.each([
    ['Usage: npm run mock -- [options]', 'Usage: workspace-api mock [options]'],
    ['curl -i … | npm run explain   pastes', 'curl -i … | workspace-api explain   pastes'],
    ['`npm run COMMAND -- --help` prints', '`workspace-api COMMAND --help` prints'],
    ['npm install -D dredd', 'npm install -D dredd'],
  ])('keeps "%s" in the repository and writes "%s" in a program that is called so', (text, installed) => {
    expect(asCalled(text)).toBe(text);
    expect(asCalled(text, (name) => `workspace-api ${name}`)).toBe(installed);
  });
});
