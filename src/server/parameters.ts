import { fail } from '../contract/index.ts';

/**
 * A whole number in the query.
 * @throws `badRequest` where it is none, out of range, or there twice
 */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  { minimum, maximum, byDefault }: { minimum: number; maximum: number; byDefault: number },
): number {
  const [text, ...others] = query.getAll(name);
  if (text === undefined) return byDefault;
  if (others.length > 0) throw fail('badRequest', { message: `Parameter ${name} must not be given more than once` });
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= minimum && number <= maximum) return number;
  const range = maximum === Number.MAX_SAFE_INTEGER ? `${minimum} or more` : `${minimum} to ${maximum}`;
  throw fail('badRequest', { message: `Parameter ${name} must be a whole number, ${range}` });
}

/**
 * Refuses parameters that the contract has and this server does not yet. `filter` stands for `filter[…]` too.
 * @throws `badRequest` naming the parameter
 */
export function refuseUnsupported(query: URLSearchParams, names: readonly string[]): void {
  for (const parameter of query.keys()) {
    const [name = ''] = parameter.split('[');
    if (names.includes(name))
      throw fail('badRequest', { message: `Parameter ${parameter} is not supported yet by this server; leave it out` });
  }
}
