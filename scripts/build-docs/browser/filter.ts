import { contract, isScenarioName, matchTemplate } from '../../../src/contract/index.ts';
import { readPasted, scenariosLike } from '../../../src/explanation/index.ts';

/** A row of the closed table, as far as filtering knows it. */
export interface FilteredRow {
  readonly scenario: string;
  /** What it says itself, and its pair's status and code, in small letters. */
  readonly own: string;
  /** What is said of its whole pair, in small letters. */
  readonly pair: string;
}

/**
 * The rows that a reader means: those of a whole answer that was pasted, else those whose message it is, else those that have
 * every word of it themselves, else those that have it with what is said of their pair.
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
