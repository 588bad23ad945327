import type { OperationId } from '../contract/index.ts';
import { fail } from '../contract/index.ts';
import { parsePrefer } from './prefer.ts';

/** A documented response that was requested by name. */
export interface Summons {
  readonly status: number;
  /** The first example of the status by default. */
  readonly example?: string;
}

/**
 * Reads which documented response a request calls for: `Prefer: code=409, example=uniqueConstraintViolation`. With only a code, it
 * is the first example of that status; with only an example, its status is looked up. A response that the operation does not
 * document is `badRequest`.
 * @param documented the names of the examples that the operation documents, by status
 * @param entityName the entity, if it documents them itself
 */
export function readSummons(
  operationId: OperationId,
  preferHeaders: readonly string[],
  documented: ReadonlyMap<number, readonly string[]>,
  entityName?: string,
): Summons | undefined {
  const preferences = parsePrefer(preferHeaders);
  const code = preferences.get('code');
  const example = preferences.get('example');
  if (code === undefined && example === undefined) return undefined;
  const match = [...documented].find(
    ([status, names]) =>
      (code === undefined || code === String(status)) && (example === undefined || names.includes(example)),
  );
  if (match === undefined) {
    const asked = Object.entries({ code, example }).flatMap(([name, value]) =>
      value === undefined ? [] : `${name}=${value}`,
    );
    const place = entityName === undefined ? operationId : `${operationId} on ${entityName}`;
    const message = `${place} does not document ${asked.join(', ')}; it documents ${listed(documented)}`;
    throw fail('badRequest', { message });
  }
  return example === undefined ? { status: match[0] } : { status: match[0], example };
}

function listed(documented: ReadonlyMap<number, readonly string[]>): string {
  return [...documented]
    .map(([status, names]) => (names.length === 0 ? `${status}` : `${status} (${names.join(', ')})`))
    .join(', ');
}
