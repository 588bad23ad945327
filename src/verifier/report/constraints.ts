import type { TestedRule } from '../../plan/index.ts';
import type { CaseOutcome, Constraints, RuleOutcome } from './report.ts';

/** Returns which rules of the definition a run proved; `null` if it tested none. */
export function constraintsOf(outcomes: readonly CaseOutcome[]): Constraints | null {
  const tested = outcomes.flatMap((outcome) =>
    outcome.tests === undefined ? [] : [{ outcome, tests: outcome.tests }],
  );
  const rules = [...Map.groupBy(tested, ({ tests }) => nameOf(tests)).values()].flatMap(
    (group): readonly RuleOutcome[] => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            ruleOutcome(
              first.tests,
              group.map(({ outcome }) => outcome),
            ),
          ];
    },
  );
  if (rules.length === 0) return null;
  return { declared: rules.length, proven: rules.filter(({ outcome }) => outcome === 'proven').length, rules };
}

/** A rule is proven if every request that breaks it got the right response. */
function ruleOutcome(tests: TestedRule, cases: readonly CaseOutcome[]): RuleOutcome {
  const failed = cases.find(({ outcome }) => outcome === 'failed');
  if (failed !== undefined) return { ...tests, outcome: 'failed', reason: failed.reason ?? '' };
  const open = cases.find(({ outcome, unproven }) => outcome === 'not-provoked' || unproven !== undefined);
  if (open !== undefined) return { ...tests, outcome: 'not-proven', reason: open.unproven ?? open.reason ?? '' };
  return { ...tests, outcome: 'proven' };
}

function nameOf({ entity, column, constraint }: TestedRule): string {
  return [entity, column, constraint].join('.');
}
