import type { OperationKey } from '../../contract/index.ts';
import { contract, documentedScenarios } from '../../contract/index.ts';
import type { CellScenario } from '../../plan/index.ts';
import { isContent } from '../report/outcomes.ts';
import type { CaseOutcome, Report } from '../report/report.ts';
import type { MarkName } from './marks.ts';
import { markNames, rareMarks } from './marks.ts';

/** The mark of one cell for one sender. */
export interface SenderMark {
  readonly sender: CaseOutcome['sender'];
  readonly mark: MarkName;
  /** The outcome of each variant. */
  readonly variants: readonly CaseOutcome[];
}

/** A documented cell, with a mark for each sender. */
export interface Cell {
  readonly place: OperationKey;
  readonly scenario: CellScenario;
  readonly marks: readonly SenderMark[];
}

/** The cells of a run: one row per scenario, one column per operation. `undefined` if the scenario is not documented there. */
export interface CellTable {
  readonly columns: readonly { readonly place: OperationKey; readonly title: string }[];
  readonly rows: readonly { readonly scenario: CellScenario; readonly cells: readonly (Cell | undefined)[] }[];
}

/** Arranges the outcomes of a run into the cells of the contract, including cells that were not sent. */
export function cellsOf({ outcomes, senders }: Pick<Report, 'outcomes' | 'senders'>): CellTable {
  const scenarios: readonly CellScenario[] = ['success', ...contract.scenarioNames];
  const variantsOf = Map.groupBy(outcomes, ({ operationId, scenario, sender }) =>
    [operationId, scenario, sender].join(),
  );
  const cellOf = (place: OperationKey, scenario: CellScenario): Cell | undefined => {
    if (!isDocumented(place, scenario)) return undefined;
    const marks = senders.map((sender) => {
      const variants = variantsOf.get([place, scenario, sender].join()) ?? [];
      return { sender, mark: markOf(variants), variants };
    });
    return { place, scenario, marks };
  };
  return {
    columns: contract.operationKeys.map((place) => ({ place, title: titleOf(place) })),
    rows: scenarios.map((scenario) => ({
      scenario,
      cells: contract.operationKeys.map((place) => cellOf(place, scenario)),
    })),
  };
}

/** Returns the marks that the legend explains: the usual ones, and the rare ones that occur. */
export function explainedMarks({ rows }: CellTable): readonly MarkName[] {
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.marks ?? [])).map(({ mark }) => mark));
  return markNames.filter((name) => !rareMarks.includes(name) || used.has(name));
}

function isDocumented(place: OperationKey, scenario: CellScenario): boolean {
  return scenario === 'success' ? place !== 'outsideOperations' : documentedScenarios(place).includes(scenario);
}

/** A cell passes if all its variants do. A variant that could not be provoked, but has to be, leaves it `not-provoked`. */
function markOf(variants: readonly CaseOutcome[]): MarkName {
  const failed = variants.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) return failed.every(isContent) ? 'known' : 'failed';
  if (variants.length === 0) return 'left-out';
  const passed = variants.some(({ outcome }) => outcome === 'passed');
  return passed && variants.every(isContent) ? 'passed' : 'not-provoked';
}

function titleOf(place: OperationKey): string {
  return place === 'outsideOperations' ? 'outside' : place.replace(/Records?$/, '');
}
