import { describe, expect, it } from '@jest/globals';

import { asCalled } from './as-called.ts';

describe('a command line in a text', () => {
  it.each([
    ['Usage: npm run mock -- [options]', 'Usage: workspace-api mock [options]'],
    ['curl -i … | npm run explain   pastes', 'curl -i … | workspace-api explain   pastes'],
    ['`npm run COMMAND -- --help` tells', '`workspace-api COMMAND --help` tells'],
    ['npm install -D dredd', 'npm install -D dredd'],
  ])(
    '%s is what npm runs in the repository, and the command of the package where it is installed',
    (text, installed) => {
      expect(asCalled(text)).toBe(text);
      expect(asCalled(text, true)).toBe(installed);
    },
  );
});
