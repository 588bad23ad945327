import type { OperationId } from '../../../contract/index.ts';

/**
 * A request as the seed makes it: without the ids and values of one run, so that another run with the same seed sends the same.
 * What is `undefined` is as the contract has it.
 */
export interface GeneratedRequest {
  readonly operationId: OperationId;
  readonly method: string | undefined;
  readonly entityName: string | undefined;
  readonly id: GeneratedId;
  /** The segments below the workspace, not yet escaped, in place of the operation's. */
  readonly segments: readonly string[] | undefined;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** What stands behind `Bearer`; an empty text sends no Authorization at all. */
  readonly key: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: GeneratedBody | undefined;
}

/** The id of a record of the run, one that no record has, or a text. */
export type GeneratedId = 'own' | 'missing' | { readonly text: string };

export type GeneratedBody =
  /** Valid records with other values in some columns; an item of a batch may have an id. */
  | { readonly kind: 'records'; readonly items: readonly GeneratedItem[] }
  /** The ids of a batch. */
  | { readonly kind: 'ids'; readonly ids: readonly unknown[] }
  /** JSON that is none of these. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** The beginning of a good body, by so many characters. */
  | { readonly kind: 'cut'; readonly at: number }
  /** No JSON. */
  | { readonly kind: 'text'; readonly text: string };

export interface GeneratedItem {
  readonly id: GeneratedId | null;
  readonly columns: Readonly<Record<string, unknown>>;
}
