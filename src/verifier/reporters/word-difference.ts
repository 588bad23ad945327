import { diffArrays } from 'diff';

/** A piece of a text, and whether the other text has it too. */
export interface Piece {
  readonly text: string;
  readonly same: boolean;
}

/** Where more words than this differ, only the common start and end are shown. */
const MOST_EDITS = 500;

/** How two texts differ, word by word: each as pieces that the other has, or has not. */
export function wordDifference(one: string, other: string): readonly [readonly Piece[], readonly Piece[]] {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const changes = diffArrays(words, others, { maxEditLength: MOST_EDITS }) ?? endsOf(words, others);
  const pieces = (isOwn: (change: Change) => boolean): readonly Piece[] =>
    joined(
      changes
        .filter(isOwn)
        .flatMap(({ value, added, removed }) => value.map((text) => ({ text, same: !added && !removed }))),
    );
  return [pieces(({ added }) => !added), pieces(({ removed }) => !removed)];
}

interface Change {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/** Words, runs of white space, and each other character of its own. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|./gsu) ?? [];
}

/** What is common at the start and at the end, and all between as changed. */
function endsOf(words: readonly string[], others: readonly string[]): readonly Change[] {
  const start = commonStart(words, others);
  const end = commonStart(words.slice(start).toReversed(), others.slice(start).toReversed());
  return [
    { value: words.slice(0, start), added: false, removed: false },
    { value: words.slice(start, words.length - end), added: false, removed: true },
    { value: others.slice(start, others.length - end), added: true, removed: false },
    { value: words.slice(words.length - end), added: false, removed: false },
  ];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((word, index) => word !== other[index]);
  return length === -1 ? one.length : length;
}

/** Joins neighbours that are alike; white space between two words that differ differs with them. */
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
