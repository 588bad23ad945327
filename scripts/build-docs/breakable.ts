import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';

/** A name that a narrow column may break between its words: before a capital, behind an underscore. */
export function breakable(name: string): readonly Markup[] {
  return name
    .split(/(?<=[a-z])(?=[A-Z])|(?<=_)/)
    .map((word, index) => (index === 0 ? markup`${word}` : markup`<wbr>${word}`));
}
