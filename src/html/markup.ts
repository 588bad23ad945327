/** A piece of a page in which every text is escaped. Only a `Writer` and `trusted` make one. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between the pieces of markup: texts, further markup, nothing, or a list of these. */
export type Part = string | number | undefined | Markup | readonly Part[];

/** Writes markup as a tagged template. */
export type Writer = (pieces: TemplateStringsArray, ...parts: readonly Part[]) => Markup;

/** Writes markup; every text between its pieces is escaped. */
export const markup = markupOf((text) => text);

/** Makes a writer that has every text prepared before it escapes it. */
export function markupOf(prepare: (text: string) => string): Writer {
  const written = (part: Part): string => {
    if (part === undefined) return '';
    if (part instanceof Markup) return part.text;
    if (typeof part === 'string' || typeof part === 'number') return escaped(prepare(String(part)));
    return part.map(written).join('');
  };
  return (pieces, ...parts) =>
    new Markup(pieces.reduce((text, piece, index) => text + written(parts[index - 1]) + piece));
}

/** Takes a text of our own as markup: a style, a script, what another writer of HTML has made. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
