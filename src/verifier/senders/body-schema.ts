import { document } from '../../contract/document/index.ts';
import type { OperationKey } from '../../contract/index.ts';
import { contract, isObject } from '../../contract/index.ts';
import type { Expectation } from '../../plan/index.ts';

/**
 * Returns the schema of a response body as JSON text for a draft 7 validator, or `undefined` if no body is documented. Resolves
 * every reference and allows additional members. Ids have the form that the target file declares.
 */
export function openBodySchema(
  place: OperationKey,
  { status, declared = {} }: Pick<Expectation, 'status' | 'declared'>,
): string | undefined {
  const response = dereference(documentedResponse(place, status), declared.ids !== undefined);
  const schema = member(member(member(response, 'content'), contract.envelope.mediaType), 'schema');
  return schema === undefined
    ? undefined
    : JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema });
}

function documentedResponse(place: OperationKey, status: number): unknown {
  if (place === 'outsideOperations') return member(document['x-outside-operations'], String(status));
  const { method, path } = contract.operations[place];
  const operation = member(member(document.paths, path), method.toLowerCase());
  return member(member(operation, 'responses'), String(status));
}

/** @param textIds whether the ids of records are strings, whose exact form the check `body` judges */
function dereference(value: unknown, textIds: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => dereference(each, textIds));
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string') return dereference(lookUp(value.$ref), textIds);
  const kept = Object.entries(value).filter(([name, each]) => !(name === 'additionalProperties' && each === false));
  return Object.fromEntries(
    kept.map(([name, each]) => [
      name,
      textIds && name === 'id' && isObject(each) && each.type === 'integer'
        ? { type: 'string', minLength: 1 }
        : dereference(each, textIds),
    ]),
  );
}

function lookUp(reference: string): unknown {
  return reference.replace('#/', '').split('/').reduce<unknown>(member, document);
}

function member(value: unknown, name: string): Record<string, unknown> | undefined {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : undefined;
}
