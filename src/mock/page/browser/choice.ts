import type { Board, BoardCell, BoardRow, BoardWay } from '../board.ts';

/** The selection on the board: a cell, and one of the ways to trigger its scenario. */
export interface Choice {
  readonly row: BoardRow;
  readonly cell: BoardCell;
  readonly way: BoardWay;
}

/**
 * Returns a choice by its name, which is the fragment of the page's URL: `createRecord.validationError.severalAtOnce`. Without the
 * last part, it is the cell's first way.
 */
export function findChoice({ rows }: Board, name: string): Choice | undefined {
  const [place, scenario, wayName] = name.split('.');
  const row = rows.find((each) => each.scenario === scenario);
  const cell = row?.cells.find((each) => each.place === place);
  const way = cell?.ways.find((each) => wayName === undefined || each.name === wayName);
  return row === undefined || cell === undefined || way === undefined ? undefined : { row, cell, way };
}

/** Returns the name that `findChoice` accepts. */
export function nameOf({ cell, way }: Omit<Choice, 'row'>): string {
  return `${cell.place}.${cell.scenario}.${way.name}`;
}
