import { capital } from '../capital.ts';
import type { SymbolName } from '../symbols.ts';
import { symbol, symbolsIn, writeSymbols } from '../symbols.ts';

/** The name of the variable that stands for a symbol. */
export function variableOf({ source, name }: SymbolName): string {
  return source === 'inputs' ? name : `${source}${capital(name)}`;
}

/** Writes the symbols of a text as Postman's variables. */
export function withVariables(text: string): string {
  return writeSymbols(text, (each) => `{{${variableOf(each)}}}`);
}

/** The same for JSON, where an id, which is a number, stands without quotes. */
export function jsonWithVariables(json: string): string {
  const unquoted = symbolsIn(json)
    .filter(({ source }) => source !== 'inputs')
    .reduce((text, { source, name }) => text.replaceAll(`"${symbol(source, name)}"`, symbol(source, name)), json);
  return withVariables(unquoted);
}
