import { invisibleCharacters } from '../../plan/index.ts';
import type { Report } from '../report/report.ts';
import schema from '../report/report.schema.json' with { type: 'json' };
import { withoutCommands } from './text/visible.ts';

/**
 * Returns the report as JSON: everything that the terminal shows, with more of each response. `report.schema.json`, whose
 * address it contains, describes it. What a terminal or a CI server could obey is escaped, which JSON allows for any character.
 */
export function jsonReport(report: Report): string {
  const json = JSON.stringify({ $schema: schema.$id, ...report }, null, 2).replace(invisibleCharacters, (character) =>
    character === '\n' ? character : escaped(character),
  );
  return `${withoutCommands(json, escaped)}\n`;
}

function escaped(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
