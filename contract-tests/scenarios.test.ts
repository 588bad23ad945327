import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { contract } from '../src/contract/index.ts';

const ROOT = new URL('../', import.meta.url);

const serverSource = globSync('src/server/**/*.ts', { cwd: fileURLToPath(ROOT) })
  .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
  .map((file) => readFileSync(new URL(file, ROOT), 'utf8'))
  .join('\n');

describe.each(contract.scenarioNames)('the scenario %s', (scenario) => {
  it('has a file that provokes it', () => {
    const file = `src/plan/scenarios/${scenario}.ts`;
    const missing = existsSync(new URL(file, ROOT))
      ? []
      : [`Create ${file} and list it in src/plan/scenarios/index.ts`];
    expect(missing).toEqual([]);
  });

  it('is returned by the reference server', () => {
    // Two are created by functions of the same name, which also set the message: `routeNotFound()`.
    const missing = new RegExp(`\\bfail\\(\\s*'${scenario}'|\\b${scenario}\\(\\)`).test(serverSource)
      ? []
      : [
          `No file in src/server calls fail('${scenario}', …). Call it in src/server/operations/ or src/server/admission/.`,
        ];
    expect(missing).toEqual([]);
  });
});
