import type { OperationId } from '../../contract/index.ts';
import { fail } from '../../contract/index.ts';
import { parsePrefer } from './prefer.ts';

/** A documented answer that was asked for by name. */
export interface Summons {
  readonly status: number;
  /** The first of the status by default. */
  readonly example?: string;
}

/**
 * Reads which documented answer a request asks for: `Prefer: code=409, example=uniqueConstraintViolation`. A code alone is for
 * its first example; an example alone is found by its name. Asking for what the operation does not document is `badRequest`.
 * @param documented the names of the examples that the operation documents, by status
 */
export function readSummons(
  operationId: OperationId,
  preferHeaders: readonly string[],
  documented: ReadonlyMap<number, readonly string[]>,
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
    const message = `${operationId} does not document ${asked.join(', ')}; what it does: ${listed(documented)}`;
    throw fail('badRequest', { message });
  }
  return example === undefined ? { status: match[0] } : { status: match[0], example };
}

function listed(documented: ReadonlyMap<number, readonly string[]>): string {
  return [...documented]
    .map(([status, names]) => (names.length === 0 ? `${status}` : `${status} (${names.join(', ')})`))
    .join(', ');
}
