import { fail } from '../../contract/index.ts';
import { decode } from './percent.ts';

/** Reads the query parameters by name, decoded. A repeated parameter is a bad request, because it is unclear which value counts. */
export function readQuery(query: string): Readonly<Record<string, string>> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const equals = pair.indexOf('=');
    const name = decodeFormText(equals === -1 ? pair : pair.slice(0, equals));
    if (parameters.has(name)) throw fail('badRequest', { message: `Parameter ${name} is sent more than once` });
    parameters.set(name, equals === -1 ? '' : decodeFormText(pair.slice(equals + 1)));
  }
  return Object.fromEntries(parameters);
}

/** In a query, a plus sign stands for a space (URL Standard, application/x-www-form-urlencoded). */
function decodeFormText(text: string): string {
  return decode(text.replaceAll('+', ' '));
}
