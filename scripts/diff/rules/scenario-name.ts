import type { Rule } from '../change.ts';

/** Clients compare names, and the mock, the verifier and every page call a scenario by its own: another name is another scenario. */
export const scenarioName: Rule = (before, after) =>
  [...before.scenarios]
    .filter(([name]) => !after.scenarios.has(name))
    .flatMap(([name, { pair, template }]) =>
      [...after.scenarios]
        .filter(([other, now]) => !before.scenarios.has(other) && now.pair === pair && now.template === template)
        .map(([other]) => ({ impact: 'major', message: `${name} is called ${other} now` }) as const),
    );
