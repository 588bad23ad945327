import { contract, isObject } from '../../../src/contract/index.ts';
import { contract30 } from '../contract-3-0.ts';
import { withPlaces } from '../with-places.ts';

/**
 * The contract as Specmatic can read it: OpenAPI 3.0, without `filter` and without examples. Specmatic stops at the parameter
 * `filter` ("is an object, and only style form with explode true is supported"), and at an example of a request body that has no
 * response of the same name. It also refuses an example that sends an undeclared header, so the fault header is declared.
 */
export const specmaticDocument: unknown = readable(
  withPlaces(contract30, [{ name: contract.faultHeader, in: 'header', schema: { type: 'string' } }]),
);

function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isFilter(each)).map(readable);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([name, each]) => !isFilter(each) && !(name === 'examples' && isObject(each)),
  );
  return Object.fromEntries(kept.map(([name, each]) => [name, readable(each)]));
}

function isFilter(value: unknown): boolean {
  return isObject(value) && (value.style === 'deepObject' || value.$ref === '#/components/parameters/Filter');
}
