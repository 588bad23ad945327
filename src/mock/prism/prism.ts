import type { OperationId } from '../../contract/index.ts';
import { mockAnswers } from '../../contract/answers/index.ts';
import { document } from '../../contract/document/index.ts';
import type { Documents } from '../../mock-core/index.ts';
import { contractAnswers } from '../../mock-core/index.ts';
import type { Validate } from './prism-validator.ts';

/** The contract's document, as Prism interprets it. */
export interface Prism extends Documents {
  /** Loads the request validator, so that the first request does not have to wait for it. */
  preload(): Promise<void>;
}

interface RememberedOperation {
  readonly defaults: Readonly<Record<string, string>>;
  /** The violations of a request that sends neither a parameter nor a body. */
  readonly violations: readonly string[];
}

/**
 * Returns what Prism says about the document. `npm run generate` records most of that in advance, because it only changes with the
 * document. The mock therefore starts without Prism, and loads it for the first request that has to be validated.
 */
export function openPrism(): Prism {
  const byOperation: Readonly<Record<OperationId, RememberedOperation>> = mockAnswers.operations;
  let validator: Promise<Validate> | undefined;
  const loaded = (): Promise<Validate> => (validator ??= loadValidator());
  return {
    ...contractAnswers,
    defaults: (operationId) => byOperation[operationId].defaults,
    async violations(operationId, parts) {
      if (parts.body === undefined && Object.keys(parts.query).length === 0) return byOperation[operationId].violations;
      const validate = await loaded();
      return validate(operationId, parts);
    },
    async preload() {
      await loaded();
    },
  };
}

async function loadValidator(): Promise<Validate> {
  const { openValidator } = await import('./prism-validator.ts');
  return openValidator(document);
}
