import { element } from './element.ts';

/** Shows a text whose code stands in backticks. */
export function prose(text: string): readonly (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : element('code', {}, part)));
}
