import { contract } from '../../contract/index.ts';
import { documentedOperation, documentedScenario } from '../../explanation/index.ts';
import type { CellScenario, PlannedCase } from '../../plan/index.ts';
import { demoCases } from '../triggers/demo-cases.ts';
import type { Board, BoardOperation, BoardRow } from './board.ts';
import { inRealLife } from './in-real-life.ts';
import { makeCell } from './make-cell.ts';
import { baseUrl } from './make-way.ts';

/** Creates the board from the plan that verifies the mock, so its buttons send the same requests as the verifier. */
export function makeBoard(): Board {
  const cases = demoCases(baseUrl);
  const byStatus = contract.scenarioNames.toSorted(
    (one, other) => contract.scenarios[one].status - contract.scenarios[other].status,
  );
  return {
    baseUrl,
    operations: contract.operationIds.map(boardOperation),
    rows: (['success', ...byStatus] as const).map((scenario) => boardRow(scenario, cases)),
  };
}

/** Returns a column of the board. */
export function boardOperation(operationId: BoardOperation['operationId']): BoardOperation {
  const { method, path } = contract.operations[operationId];
  return { operationId, method, path, summary: documentedOperation(operationId).summary };
}

function boardRow(scenario: CellScenario, cases: readonly PlannedCase[]): BoardRow {
  const cells = contract.operationKeys
    .filter((place) => cases.some((each) => each.operationId === place && each.scenario === scenario))
    .map((place) => makeCell(place, scenario, cases));
  const row = { scenario, inRealLife: inRealLife(scenario), cells };
  if (scenario === 'success') return { ...row, summary: 'Success' };
  return { ...row, summary: documentedScenario(scenario).summary, code: contract.scenarios[scenario].code };
}
