import type { SymbolName } from '../symbols.ts';
import { isSymbolic, wholeSymbol, writeSymbols } from '../symbols.ts';

/**
 * Replaces the symbols in a value with runtime expressions (Arazzo 1.0.1, 4.7). A string that is exactly one symbol keeps the
 * type of its value; within a longer string, the expression is embedded.
 */
export function withExpressions(value: unknown): unknown {
  if (typeof value === 'string') return textWithExpressions(value);
  if (Array.isArray(value)) return value.map(withExpressions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withExpressions(each)]));
}

/** Replaces the symbols in a string with runtime expressions. */
export function textWithExpressions(text: string): string {
  const whole = wholeSymbol(text);
  return whole === undefined ? writeSymbols(text, (symbol) => `{${expressionOf(symbol)}}`) : expressionOf(whole);
}

/** Whether a condition can contain a string, as a literal or as a single expression. */
export function isOperand(text: string): boolean {
  return wholeSymbol(text) !== undefined || !isSymbolic(text);
}

function expressionOf({ source, name }: SymbolName): string {
  return source === 'inputs' ? `$inputs.${name}` : `$steps.${source}.outputs.${name}`;
}
