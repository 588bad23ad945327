/** A value that is only known when a document runs: one of its inputs, or a value from the response to one of its steps. */
export interface SymbolName {
  /** `inputs`, or the name of a step. */
  readonly source: string;
  readonly name: string;
}

/** Contains only characters that need no escaping in a path, so that a symbol survives when a request is written out. */
const SYMBOL = /__([A-Za-z0-9]+)\.([A-Za-z0-9]+)__/g;

/** Returns the placeholder for a value in requests and expectations. It is replaced when a document is written. */
export function symbol(source: string, name: string): string {
  return `__${source}.${name}__`;
}

/** Returns the placeholder for an input. */
export function input(name: string): string {
  return symbol('inputs', name);
}

/** Whether a string contains symbols. */
export function isSymbolic(text: string): boolean {
  return symbolsIn(text).length > 0;
}

/** Returns the symbols in a string. */
export function symbolsIn(text: string): readonly SymbolName[] {
  return [...text.matchAll(SYMBOL)].map(([, source = '', name = '']) => ({ source, name }));
}

/** Returns the symbol if a string is exactly one symbol, otherwise `undefined`. */
export function wholeSymbol(text: string): SymbolName | undefined {
  const [only] = symbolsIn(text);
  return only !== undefined && symbol(only.source, only.name) === text ? only : undefined;
}

/** Replaces each symbol in a string with its representation in a format. */
export function writeSymbols(text: string, write: (symbol: SymbolName) => string): string {
  return text.replace(SYMBOL, (_symbol, source: string, name: string) => write({ source, name }));
}
