import { documentedScenario } from '../explanation/index.ts';
import type { SarifFinding } from './sarif-finding.ts';

/** The id of the rule that a finding violates: `message/recordNotFound`. */
export function ruleIdOf({ check, scenario }: Pick<SarifFinding, 'check' | 'scenario'>): string {
  return `${check}/${scenario ?? 'undocumented'}`;
}

/** Returns the rules of some findings, in the order in which they occur (SARIF 2.1.0, section 3.49). */
export function rulesOf(findings: readonly SarifFinding[]): readonly object[] {
  const first = new Map(findings.toReversed().map((finding) => [ruleIdOf(finding), finding]));
  return [...new Set(findings.map(ruleIdOf))].flatMap((id) => {
    const finding = first.get(id);
    return finding === undefined ? [] : [ruleOf(id, finding)];
  });
}

function ruleOf(id: string, { check, scenario, isNote }: SarifFinding): object {
  const { summary, description } = proseOf(scenario);
  return {
    id,
    shortDescription: { text: `${summary}: ${check}` },
    fullDescription: { text: `The check ${check} rejects the response. ${summary}: ${description.trim()}` },
    help: { text: description.trim(), markdown: description.trim() },
    defaultConfiguration: { level: isNote ? 'note' : 'error' },
    properties: { tags: [check, scenario ?? 'undocumented'] },
  };
}

function proseOf(scenario: SarifFinding['scenario']): { readonly summary: string; readonly description: string } {
  if (scenario === null)
    return {
      summary: 'Undocumented response',
      description: 'The operation documents no such response. It fails only as its part of openapi.yaml lists.',
    };
  if (scenario !== 'success') return documentedScenario(scenario);
  return { summary: 'Success', description: 'A request that meets no condition of a failure succeeds, as documented.' };
}
