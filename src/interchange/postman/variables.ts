import { capital } from '../capital.ts';
import type { SymbolName } from '../symbols.ts';
import { symbol, symbolsIn, writeSymbols } from '../symbols.ts';

/** Returns the name of the variable for a symbol. */
export function variableOf({ source, name }: SymbolName): string {
  return source === 'inputs' ? name : `${source}${capital(name)}`;
}

/** Replaces the symbols in a string with Postman variables. */
export function withVariables(text: string): string {
  return writeSymbols(text, (each) => `{{${variableOf(each)}}}`);
}

/** Replaces the symbols in JSON with Postman variables. Removes the quotes around ids, which are numbers. */
export function jsonWithVariables(json: string): string {
  const unquoted = symbolsIn(json)
    .filter(({ source }) => source !== 'inputs')
    .reduce((text, { source, name }) => text.replaceAll(`"${symbol(source, name)}"`, symbol(source, name)), json);
  return withVariables(unquoted);
}
