import type { OperationId } from '../../contract/index.ts';
import { document, mockAnswers } from '../../contract/document/index.ts';
import type { Documents } from '../core/documents.ts';
import type { Validate } from './prism-validator.ts';

/** The contract's document, as Prism reads it. */
export interface Prism extends Documents {
  /** Loads what judges requests, so that the first of them need not wait for it. */
  preload(): Promise<void>;
}

interface RememberedOperation {
  readonly defaults: Readonly<Record<string, string>>;
  /** What is wrong with a request that sends neither a parameter nor a body. */
  readonly violations: readonly string[];
  readonly answers: readonly { readonly status: number; readonly example?: string; readonly body?: unknown }[];
}

/**
 * Gives what Prism answers. That does not change while the document stands, so `npm run generate` asks it once for all of it,
 * and the mock starts without Prism: it is loaded when there is a first request to hold against the schemas.
 */
export function openPrism(): Prism {
  const byOperation: Readonly<Record<OperationId, RememberedOperation>> = mockAnswers.operations;
  let validator: Promise<Validate> | undefined;
  const loaded = (): Promise<Validate> => (validator ??= loadValidator());
  return {
    examples(operationId) {
      const byStatus = Map.groupBy(byOperation[operationId].answers, ({ status }) => status);
      return new Map([...byStatus].map(([status, some]) => [status, some.flatMap(({ example }) => example ?? [])]));
    },
    defaults: (operationId) => byOperation[operationId].defaults,
    async violations(operationId, parts) {
      if (parts.body === undefined && Object.keys(parts.query).length === 0) return byOperation[operationId].violations;
      const validate = await loaded();
      return validate(operationId, parts);
    },
    async preload() {
      await loaded();
    },
    answer(operationId, status, example) {
      const answer = byOperation[operationId].answers.find(
        (each) => each.status === status && (example === undefined || each.example === example),
      );
      if (answer === undefined) throw new Error(`${operationId} does not document ${status} ${example ?? ''}`);
      return { status, body: answer.body };
    },
  };
}

async function loadValidator(): Promise<Validate> {
  const { openValidator } = await import('./prism-validator.ts');
  return openValidator(document);
}
