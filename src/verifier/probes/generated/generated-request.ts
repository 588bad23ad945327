import type { OperationId } from '../../../contract/index.ts';

/**
 * A request as generated from the seed. It contains no ids or values of a particular run, so another run with the same seed
 * sends the same request. A member that is `undefined` has the value that the contract requires.
 */
export interface GeneratedRequest {
  readonly operationId: OperationId;
  readonly method: string | undefined;
  readonly entityName: string | undefined;
  readonly id: GeneratedId;
  /** The path segments after the workspace, not yet escaped, which replace those of the operation. */
  readonly segments: readonly string[] | undefined;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** The text after `Bearer`. If it is empty, no Authorization header is sent. */
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: GeneratedBody | undefined;
}

/** The id of the run's own record, the id of a missing record, or any text. */
export type GeneratedId = 'own' | 'missing' | { readonly text: string };

export type GeneratedBody =
  /** Valid records with other values in some columns. An item of a batch may have an id. */
  | { readonly kind: 'records'; readonly items: readonly GeneratedItem[] }
  /** The ids of a batch. */
  | { readonly kind: 'ids'; readonly ids: readonly unknown[] }
  /** Any other JSON. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** The first `at` characters of a valid body. */
  | { readonly kind: 'cut'; readonly at: number }
  /** Text that contains no record. */
  | { readonly kind: 'text'; readonly text: string };

export interface GeneratedItem {
  readonly id: GeneratedId | null;
  readonly columns: Readonly<Record<string, unknown>>;
}
