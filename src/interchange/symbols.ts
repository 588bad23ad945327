/** A value that is not known before a document runs: one of its inputs, or what the answer to one of its steps held. */
export interface SymbolName {
  /** `inputs`, or the name of a step. */
  readonly source: string;
  readonly name: string;
}

/** What may stand in a path without being escaped, so that a request can be written out with it. */
const SYMBOL = /__([A-Za-z0-9]+)\.([A-Za-z0-9]+)__/g;

/** The text that stands for a value in requests and expectations until a document is written. */
export function symbol(source: string, name: string): string {
  return `__${source}.${name}__`;
}

/** The text that stands for an input. */
export function input(name: string): string {
  return symbol('inputs', name);
}

/** Whether a text holds symbols. */
export function isSymbolic(text: string): boolean {
  return symbolsIn(text).length > 0;
}

/** The symbols that a text holds. */
export function symbolsIn(text: string): readonly SymbolName[] {
  return [...text.matchAll(SYMBOL)].map(([, source = '', name = '']) => ({ source, name }));
}

/** The symbol that a text is; `undefined` where it is more than one symbol, or none. */
export function wholeSymbol(text: string): SymbolName | undefined {
  const [only] = symbolsIn(text);
  return only !== undefined && symbol(only.source, only.name) === text ? only : undefined;
}

/** Writes each symbol of a text in the words of a format. */
export function writeSymbols(text: string, write: (symbol: SymbolName) => string): string {
  return text.replace(SYMBOL, (_symbol, source: string, name: string) => write({ source, name }));
}
