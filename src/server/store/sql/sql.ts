/** A value that a statement binds or a database returns. Integers are BigInt, never doubles. */
export type SqlValue = string | bigint | null;

/** A fragment of SQL with its values. Statements are built from fragments, and values never become part of the text. */
export interface Sql {
  /** The text between the values. It always has one more element than `values`. */
  readonly texts: readonly string[];
  readonly values: readonly SqlValue[];
}

/** Builds a fragment of SQL. Each `${}` contains another fragment or a value. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  const all: Growing = { texts: [], values: [], last: strings[0] ?? '' };
  parts.forEach((part, index) => {
    if (isPiece(part)) append(all, part);
    else appendValue(all, part);
    all.last += strings[index + 1] ?? '';
  });
  return whole(all);
}

/** Quotes the name of a table, column or constraint. */
export function quoted(name: string): Sql {
  return keyword(`"${name.replaceAll('"', '""')}"`);
}

/** Inserts text into SQL without quoting it. The text must never come from a request. */
export function keyword(text: string): Sql {
  return { texts: [text], values: [] };
}

/** Joins fragments with a separator. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  const all: Growing = { texts: [], values: [], last: '' };
  pieces.forEach((piece, index) => {
    if (index > 0) all.last += separator;
    append(all, piece);
  });
  return whole(all);
}

/** Returns the text of a statement. `mark` returns the placeholder for the value at an index, starting at 0. */
export function textOf({ texts }: Sql, mark: (index: number) => string): string {
  return texts.reduce((all, text, index) => all + mark(index - 1) + text);
}

/** A fragment under construction. `last` is the text after the last value. */
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
