import type { ComparedWorkspaces } from '../../../server/index.ts';
import { DataPlaceError, openAdministration } from '../../../server/index.ts';
import type { Definition, Difference } from '../../../workspace/index.ts';
import type { DataPlace } from '../../arguments/data-place.ts';
import type { OwnWorkspaces } from './serve-options.ts';

/** How many differences a line names. */
const NAMED = 5;

/**
 * Returns a line for each workspace in a database that differs from the file that defines it, with the command that applies the file. A
 * database that cannot be used has no lines: the start of the server reports why.
 */
export async function outdatedWorkspaces(
  place: DataPlace,
  { file, definition }: OwnWorkspaces,
): Promise<readonly string[]> {
  const option = 'data' in place ? ` --data ${place.data}` : '';
  return (await comparedWith(place, definition))
    .filter(({ differences }) => differences.length > 0)
    .map((each) => lineOf(each, file, `npm run admin -- workspace update ${file}${option}`));
}

async function comparedWith(place: DataPlace, definition: Definition): Promise<readonly ComparedWorkspaces[]> {
  try {
    const administration = await openAdministration(place);
    try {
      return await administration.compareWorkspaces(definition);
    } finally {
      await administration.close();
    }
  } catch (error) {
    if (error instanceof DataPlaceError) return [];
    throw error;
  }
}

function lineOf({ organization, workspace, differences }: ComparedWorkspaces, file: string, command: string): string {
  const all = [...new Set(differences.map(placeOf))];
  const names = all.length > NAMED ? [...all.slice(0, NAMED), '…'] : all;
  return (
    `${organization}/${workspace} in the database differs from ${file} (${names.join(', ')}). The server uses the database. ` +
    `To apply the file: ${command}`
  );
}

function placeOf({ kind, entity, column }: Difference): string {
  if (entity === undefined) return kind;
  return column === undefined ? entity : `${entity}.${column}`;
}
