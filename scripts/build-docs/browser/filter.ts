import { isScenarioName, matchTemplate, scenarios } from '../../../src/contract/index.ts';
import { readPasted, scenariosLike } from '../../../src/prose/index.ts';

/** A row of the closed table, as far as filtering knows it. */
export interface FilteredRow {
  readonly scenario: string;
  /** Everything that it says, its pair's part too, in small letters. */
  readonly text: string;
}

/**
 * The rows that a reader means: those of a whole answer that was pasted, else those whose message it is, else those that have
 * every word of it.
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
  return rows.filter(({ text }) => words.every((word) => text.includes(word)));
}

function isMessageOf(scenario: string, message: string): boolean {
  if (!isScenarioName(scenario)) return false;
  const { template } = scenarios[scenario];
  return template !== null && matchTemplate(template, message) !== undefined;
}
