import { readParameters, refuseParameter } from '../workspace/portable/index.ts';

/** Reads the query parameters by name, decoded. A repeated parameter is a bad request, because it is unclear which value counts. */
export function readQuery(query: string): Readonly<Record<string, string>> {
  const parameters = new Map<string, string>();
  for (const [name, value] of readParameters(query)) {
    if (parameters.has(name)) refuseParameter(name, 'must not be given more than once');
    parameters.set(name, value);
  }
  return Object.fromEntries(parameters);
}
