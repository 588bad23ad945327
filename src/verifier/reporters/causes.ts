import type { Finding } from '../report/report.ts';
import type { Alike } from './alike.ts';
import { othersOf } from './alike.ts';

/** Checks that a response with the wrong status, or no response, cannot pass either. */
const CONSEQUENCES = new Set<Finding['check']>(['pair', 'body', 'content-type', 'message', 'details', 'extra-members']);

/** Checks that see such a response first. */
const CAUSES = new Set<Finding['check']>(['answer', 'status']);

/**
 * Groups findings that probably have the same cause in the server, so that each cause is reported once: the same violation in
 * other operations and scenarios, with other values, and everything else that is wrong with a response of the wrong status. Keeps
 * their order.
 */
export function byCause(findings: readonly Finding[]): readonly Alike[] {
  const causes = new Map(findings.filter(isCause).map((finding) => [caseOf(finding), finding]));
  const causeOf = (finding: Finding): Finding =>
    (CONSEQUENCES.has(finding.check) ? causes.get(caseOf(finding)) : undefined) ?? finding;
  const groups = Map.groupBy(findings, (finding) => keyOf(causeOf(finding)));
  return [...groups.values()].flatMap((group): readonly Alike[] => {
    const [first, ...others] = group.toSorted((one, other) => rankOf(one) - rankOf(other));
    return first === undefined ? [] : [[first, ...others]];
  });
}

/** Lists the other findings of a group. Names the check and the scenario where they differ from those of the first finding. */
export function alsoOf([first, ...others]: Alike): string {
  const groups = Map.groupBy(others, ({ check, scenario }) => `${check} ${scenario}`);
  return [...groups.values()]
    .map((group) => {
      const [{ check, scenario } = first] = group;
      const where = othersOf([first, ...group]);
      if (check === first.check && scenario === first.scenario) return where;
      return `${check === first.check ? '' : `${check}: `}${scenario} on ${where}`;
    })
    .join('; ');
}

function isCause({ check, expected, received }: Finding): boolean {
  return CAUSES.has(check) && expected?.status !== received?.status;
}

/** A cause goes before its consequences. */
function rankOf({ check }: Finding): number {
  return CONSEQUENCES.has(check) ? 1 : 0;
}

function caseOf({ operationId, scenario, variant, senders }: Finding): string {
  return [operationId, scenario, variant, senders[0]].join(' ');
}

/** A success instead of a failure has a cause for each scenario: a key that is not checked, a constraint that is missing. */
function keyOf({ check, scenario, message, response }: Finding): string {
  const isSuccess = response !== undefined && response.status < 400;
  return [check, isSuccess ? scenario : '', message.replace(/\d+/g, '#')].join(' ');
}
