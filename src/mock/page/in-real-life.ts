import type { CellScenario } from '../../plan/index.ts';
import type { TriggerRow } from '../triggers/trigger-table.ts';
import { triggerTable } from '../triggers/trigger-table.ts';

/** Returns the triggers of a scenario, each as a short text with code in backticks. */
export function inRealLife(scenario: CellScenario): readonly string[] {
  return triggerTable
    .filter((row) => row.scenario === scenario && !row.send.startsWith('Prefer:'))
    .map((row) => `${row.part} ${sentText(row)}${row.note === undefined ? '' : `, ${row.note}`}`);
}

/** Returns what to send for a trigger: a literal value in backticks, or a description. */
export function sentText({ send }: TriggerRow): string {
  return send.startsWith('any other') ? send : `\`${send}\``;
}
