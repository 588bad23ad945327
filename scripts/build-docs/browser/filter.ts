import { contract, isScenarioName, matchTemplate } from '../../../src/contract/index.ts';
import { readPasted, scenariosLike } from '../../../src/explanation/index.ts';

/** What a row of the closed table is filtered by. */
export interface FilteredRow {
  readonly scenario: string;
  /** The text of the row and the status and code of its pair, in lower case. */
  readonly own: string;
  /** The description of its pair, in lower case. */
  readonly pair: string;
}

/**
 * Returns the rows that match a query, by the first of these criteria that applies: the query is a pasted response; it is the
 * message of a row; the row contains all its words; the row and the description of its pair together contain all its words.
 */
export function matching<Row extends FilteredRow>(query: string, rows: readonly Row[]): readonly Row[] {
  const pasted = readPasted(query);
  if (pasted !== undefined) {
    const named = new Set<string>(pasted.errors.flatMap(scenariosLike));
    return rows.filter(({ scenario }) => named.has(scenario));
  }
  const byMessage = rows.filter(({ scenario }) => isMessageOf(scenario, query.trim()));
  if (byMessage.length > 0) return byMessage;
  const words = query.toLowerCase().split(/\s+/);
  const having = (textOf: (row: Row) => string): readonly Row[] =>
    rows.filter((row) => words.every((word) => textOf(row).includes(word)));
  const byThemselves = having(({ own }) => own);
  return byThemselves.length > 0 ? byThemselves : having(({ own, pair }) => `${own} ${pair}`);
}

function isMessageOf(scenario: string, message: string): boolean {
  if (!isScenarioName(scenario)) return false;
  const { template } = contract.scenarios[scenario];
  return template !== null && matchTemplate(template, message) !== undefined;
}
