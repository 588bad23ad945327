import type { CellScenario } from '../../plan/index.ts';
import type { TriggerRow } from '../trigger-table.ts';
import { triggerTable } from '../trigger-table.ts';

/** How a scenario is raised on the mock the way it happens in real life, each way in a few words; code stands in backticks. */
export function inRealLife(scenario: CellScenario): readonly string[] {
  return triggerTable
    .filter((row) => row.scenario === scenario && !row.send.startsWith('Prefer:'))
    .map((row) => `${row.part} ${sentText(row)}${row.note === undefined ? '' : `, ${row.note}`}`);
}

/** What a trigger is, in backticks where it stands for itself. */
export function sentText({ send }: TriggerRow): string {
  return send.startsWith('any other') ? send : `\`${send}\``;
}
