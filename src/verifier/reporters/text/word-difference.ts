import { diffArrays } from 'diff/lib/diff/array.js';

/** A piece of text, and whether the other text has it too. */
export interface Piece {
  readonly text: string;
  readonly same: boolean;
}

/** If more words than this differ, only the common start and end are shown. */
const MOST_EDITS = 500;

/** Compares two texts word by word. Returns each as pieces that the other text has or does not have. */
export function wordDifference(one: string, other: string): readonly [readonly Piece[], readonly Piece[]] {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const start = commonStart(words, others);
  const end = commonStart(words.slice(start).toReversed(), others.slice(start).toReversed());
  const middle = words.slice(start, words.length - end);
  const otherMiddle = others.slice(start, others.length - end);
  const changes = diffArrays(middle, otherMiddle, { maxEditLength: MOST_EDITS }) ?? [
    { value: middle, added: false, removed: true },
    { value: otherMiddle, added: true, removed: false },
  ];
  const pieces = (side: 'added' | 'removed'): readonly Piece[] => [
    ...piecesOf(words.slice(0, start), true),
    ...changes
      .filter(({ added, removed }) => (side === 'added' ? !removed : !added))
      .flatMap((change) => piecesOf(change.value, !change[side])),
    ...piecesOf(words.slice(words.length - end), true),
  ];
  return [joined(pieces('removed')), joined(pieces('added'))];
}

/** Splits text into words, runs of white space, and single other characters. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|./gsu) ?? [];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((word, index) => word !== other[index]);
  return length === -1 ? one.length : length;
}

function piecesOf(words: readonly string[], same: boolean): readonly Piece[] {
  return words.map((text) => ({ text, same }));
}

/** Joins adjacent pieces of the same kind. White space between two words that differ counts as different too. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  for (const [index, { text, same }] of pieces.entries()) {
    const isBridge = text.trim() === '' && runs.at(-1)?.same === false && pieces[index + 1]?.same === false;
    const piece = { text, same: same && !isBridge };
    const last = runs.at(-1);
    if (last?.same === piece.same) runs.splice(-1, 1, { text: last.text + text, same: piece.same });
    else runs.push(piece);
  }
  return runs;
}
