import type { OperationKey } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { documentedOperation, documentedScenario } from '../../explanation/index.ts';
import type { CellScenario, PlannedCase } from '../../plan/index.ts';
import type { BoardCell, BoardWay } from './board.ts';
import { makeWay } from './make-way.ts';
import { preferencesFor } from './preferences.ts';

/**
 * Creates a cell of the board with its variants of the plan, followed by the ways to request its response by name.
 * @param cases the cases of the whole plan
 */
export function makeCell(place: OperationKey, scenario: CellScenario, cases: readonly PlannedCase[]): BoardCell {
  const own = cases.filter((each) => each.operationId === place && each.scenario === scenario);
  const variants = own.map(({ variant, request, expected }) => makeWay(variant, request, expected));
  const byName = waysByName(place, scenario, cases);
  const prefer = byName[0]?.request.headers.prefer;
  return {
    place,
    scenario,
    ...documented(place, scenario),
    ...(prefer === undefined ? {} : { prefer }),
    ways: [...variants, ...byName],
  };
}

/** Returns the status of a cell, and what happened in its words. */
export function documented(place: OperationKey, scenario: CellScenario): Pick<BoardCell, 'status' | 'description'> {
  if (scenario !== 'success') {
    return { status: contract.scenarios[scenario].status, description: documentedScenario(scenario).description };
  }
  if (place === 'outsideOperations') throw new Error('A path that belongs to no operation cannot succeed');
  return { status: contract.operations[place].success, description: documentedOperation(place).success };
}

/** Returns the successful request, with the Prefer header that requests another response. */
function waysByName(place: OperationKey, scenario: CellScenario, cases: readonly PlannedCase[]): readonly BoardWay[] {
  const valid = cases.find((each) => each.operationId === place && each.scenario === 'success')?.request;
  if (place === 'outsideOperations' || valid === undefined) return [];
  return preferencesFor(place, scenario).map(({ name, prefer, expected }) =>
    makeWay(name, { ...valid, headers: { ...valid.headers, prefer } }, expected),
  );
}
