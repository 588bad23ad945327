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
  const all: Growing = { texts: [], values: [], last: strings[0] ?? '' };
  parts.forEach((part, index) => {
    if (isPiece(part)) append(all, part);
    else appendValue(all, part);
    all.last += strings[index + 1] ?? '';
  });
  return whole(all);
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
  const all: Growing = { texts: [], values: [], last: '' };
  pieces.forEach((piece, index) => {
    if (index > 0) all.last += separator;
    append(all, piece);
  });
  return whole(all);
}

/** The text of a statement; `mark` writes the place of each value, which count from 0. */
export function textOf({ texts }: Sql, mark: (index: number) => string): string {
  return texts.reduce((all, text, index) => all + mark(index - 1) + text);
}

/** A piece while it is put together: the text after its last value still grows. */
interface Growing {
  readonly texts: string[];
  readonly values: SqlValue[];
  last: string;
}

function append(all: Growing, { texts, values }: Sql): void {
  all.last += texts[0] ?? '';
  values.forEach((value, index) => {
    appendValue(all, value);
    all.last += texts[index + 1] ?? '';
  });
}

function appendValue(all: Growing, value: SqlValue): void {
  all.texts.push(all.last);
  all.values.push(value);
  all.last = '';
}

function whole({ texts, values, last }: Growing): Sql {
  return { texts: [...texts, last], values };
}

function isPiece(part: Sql | SqlValue): part is Sql {
  return typeof part === 'object' && part !== null;
}
