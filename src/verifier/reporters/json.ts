import type { Report } from '../report/report.ts';
import { invisibleCharacters } from '../../plan/index.ts';
import { withoutCommands } from './text/visible.ts';

/**
 * Returns the report as JSON: everything that the terminal shows, with more of each response. What a terminal or a CI server could
 * obey is escaped, which JSON allows for any character.
 */
export function jsonReport(report: Report): string {
  const json = JSON.stringify(report, null, 2).replace(invisibleCharacters, (character) =>
    character === '\n' ? character : escaped(character),
  );
  return `${withoutCommands(json, escaped)}\n`;
}

function escaped(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
