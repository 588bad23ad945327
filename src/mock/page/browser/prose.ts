import { element } from './element.ts';

/** Turns text with code in backticks into nodes. */
export function prose(text: string): readonly (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : element('code', {}, part)));
}
