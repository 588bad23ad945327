import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';

/** A name that may wrap between its words in a narrow column: before a capital letter and after an underscore. */
export function breakable(name: string): readonly Markup[] {
  return name
    .split(/(?<=[a-z])(?=[A-Z])|(?<=_)/)
    .map((word, index) => (index === 0 ? markup`${word}` : markup`<wbr>${word}`));
}
