import type { SymbolName } from '../symbols.ts';
import { isSymbolic, wholeSymbol, writeSymbols } from '../symbols.ts';

/** Writes the symbols in a value as runtime expressions (Arazzo 1.0.1, 4.7): alone they keep their type, inside of a text they are put in. */
export function withExpressions(value: unknown): unknown {
  if (typeof value === 'string') return textWithExpressions(value);
  if (Array.isArray(value)) return value.map(withExpressions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withExpressions(each)]));
}

/** The same for a text. */
export function textWithExpressions(text: string): string {
  const whole = wholeSymbol(text);
  return whole === undefined ? writeSymbols(text, (symbol) => `{${expressionOf(symbol)}}`) : expressionOf(whole);
}

/** Whether a text can stand in a condition: as a literal, or as one expression. */
export function isOperand(text: string): boolean {
  return wholeSymbol(text) !== undefined || !isSymbolic(text);
}

function expressionOf({ source, name }: SymbolName): string {
  return source === 'inputs' ? `$inputs.${name}` : `$steps.${source}.outputs.${name}`;
}
