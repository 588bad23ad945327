/** A piece of a text, and whether the other text has it too. */
export interface Piece {
  readonly text: string;
  readonly same: boolean;
}

/** Beyond so many comparisons only the common start and end are told. */
const MOST_COMPARISONS = 250_000;

/** How two texts differ, word by word: each as pieces that the other has, or has not. */
export function wordDifference(one: string, other: string): readonly [readonly Piece[], readonly Piece[]] {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const start = commonStart(words, others);
  const end = commonStart(words.slice(start).toReversed(), others.slice(start).toReversed());
  const middle = words.slice(start, words.length - end);
  const otherMiddle = others.slice(start, others.length - end);
  const [shared, otherShared] = sharedIndexes(middle, otherMiddle);
  const pieces = (all: readonly string[], own: ReadonlySet<number>): readonly Piece[] =>
    joined(
      all.map((text, index) => ({
        text,
        same: index < start || index >= all.length - end || own.has(index - start),
      })),
    );
  return [pieces(words, shared), pieces(others, otherShared)];
}

/** Words, runs of white space, and each other character of its own. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|./gsu) ?? [];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((word, index) => word !== other[index]);
  return length === -1 ? one.length : length;
}

/** The longest common subsequence, as the indexes that it has in each. */
function sharedIndexes(one: readonly string[], other: readonly string[]): readonly [Set<number>, Set<number>] {
  const shared: [Set<number>, Set<number>] = [new Set(), new Set()];
  if (one.length * other.length > MOST_COMPARISONS) return shared;
  // lengths[row][column]: how much the rests of both have in common from there on.
  const lengths: number[][] = [];
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    const line: number[] = [];
    lengths[row] = line;
    for (let column = other.length - 1; column >= 0; column -= 1) {
      line[column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < one.length && column < other.length;) {
    if (one[row] === other[column]) {
      shared[0].add(row++);
      shared[1].add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return shared;
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
