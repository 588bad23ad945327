import type { ScenarioName } from '../../generated/client-table.ts';
import { scenarios } from '../../generated/client-table.ts';

/**
 * Tells which of some scenarios with one code an error is, by its message: the one whose template it fills, or else the one that
 * has none, because its code alone tells. `undefined` where it is none of them.
 */
export function tellScenario(candidates: readonly ScenarioName[], message: string): ScenarioName | undefined {
  return (
    candidates.find((name) => isFilled(scenarios[name].template, message)) ??
    candidates.find((name) => scenarios[name].template === null)
  );
}

// Not by a regular expression: with several placeholders it could be made to search for minutes by a message made for that.
function isFilled(template: string | null, message: string): boolean {
  const pieces = template?.split(/\{\w+\}/) ?? [];
  if (pieces.length < 2) return message === template;
  let end = 0;
  return (
    message.startsWith(pieces[0] ?? '') &&
    message.endsWith(pieces.at(-1) ?? '') &&
    pieces.every((piece) => {
      const start = message.indexOf(piece, end);
      end = start + piece.length;
      return start >= 0;
    })
  );
}
