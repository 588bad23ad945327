/** A value that a statement carries beside its text, and that a database answers: whole numbers as BigInt, never as doubles. */
export type SqlValue = string | bigint | null;

/** A piece of SQL with its values, from which statements are put together. Values never become text. */
export interface Sql {
  /** The text around the values: one more than there are values. */
  readonly texts: readonly string[];
  readonly values: readonly SqlValue[];
}

/** Writes a piece of SQL: what stands in `${}` is another piece, or a value. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let all: Sql = { texts: [strings[0] ?? ''], values: [] };
  parts.forEach((part, index) => {
    const piece = isPiece(part) ? part : { texts: ['', ''], values: [part] };
    all = glue(glue(all, piece), { texts: [strings[index + 1] ?? ''], values: [] });
  });
  return all;
}

/** A name: of a table, a column, a constraint. */
export function quoted(name: string): Sql {
  return keyword(`"${name.replaceAll('"', '""')}"`);
}

/** Text that stands in SQL as it is. It never comes from a request. */
export function keyword(text: string): Sql {
  return { texts: [text], values: [] };
}

/** Puts pieces together, with a text between each two. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  const [first, ...others] = pieces;
  if (first === undefined) return keyword('');
  return others.reduce((all, piece) => glue(glue(all, keyword(separator)), piece), first);
}

/** The text of a statement; `mark` writes the place of each value, which count from 0. */
export function textOf({ texts }: Sql, mark: (index: number) => string): string {
  return texts.reduce((all, text, index) => all + mark(index - 1) + text);
}

function glue(left: Sql, right: Sql): Sql {
  const seam = (left.texts.at(-1) ?? '') + (right.texts[0] ?? '');
  return {
    texts: [...left.texts.slice(0, -1), seam, ...right.texts.slice(1)],
    values: [...left.values, ...right.values],
  };
}

function isPiece(part: Sql | SqlValue): part is Sql {
  return typeof part === 'object' && part !== null;
}
