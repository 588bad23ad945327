import type { Markup } from '../../src/html/index.ts';
import { markup, trusted } from '../../src/html/index.ts';

/** Renders text from the contract, with code in backticks. */
export function proseMarkup(text: string): Markup {
  return trusted(markup`${text}`.text.replace(/`([^`]+)`/g, '<code>$1</code>'));
}
