import { existsSync, globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { contract } from '../src/contract/index.ts';

const ROOT = new URL('../', import.meta.url);

const serverSource = globSync('src/server/**/*.ts', { cwd: ROOT.pathname })
  .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
  .map((file) => readFileSync(new URL(file, ROOT), 'utf8'))
  .join('\n');

describe.each(contract.scenarioNames)('the scenario %s', (scenario) => {
  it('has a file that says how it is provoked', () => {
    const file = `src/plan/scenarios/${scenario}.ts`;
    const missing = existsSync(new URL(file, ROOT))
      ? []
      : [`write ${file}, and list it in src/plan/scenarios/index.ts`];
    expect(missing).toEqual([]);
  });

  it('is raised by the reference server', () => {
    // Two are raised by functions of their names, which bring the message too: `routeNotFound()`.
    const missing = new RegExp(`\\bfail\\(\\s*'${scenario}'|\\b${scenario}\\(\\)`).test(serverSource)
      ? []
      : [
          `nothing in src/server calls fail('${scenario}', …): raise it in src/server/operations/ or where requests are admitted`,
        ];
    expect(missing).toEqual([]);
  });
});
