import type { Rule } from '../change.ts';

/**
 * Clients compare scenario names, and the mock, the verifier and all pages use them, so renaming a scenario is a breaking change.
 */
export const scenarioName: Rule = (before, after) =>
  [...before.scenarios]
    .filter(([name]) => !after.scenarios.has(name))
    .flatMap(([name, { pair, template }]) =>
      [...after.scenarios]
        .filter(([other, now]) => !before.scenarios.has(other) && now.pair === pair && now.template === template)
        .map(([other]) => ({ impact: 'major', message: `${name} was renamed to ${other}` }) as const),
    );
