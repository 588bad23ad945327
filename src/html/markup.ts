/** A piece of HTML in which all text is escaped. Create it with a `Writer` or `trusted`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value that can be interpolated into markup. `undefined` adds nothing. */
export type Part = string | number | undefined | Markup | readonly Part[];

/** A template tag that returns markup. */
export type Writer = (pieces: TemplateStringsArray, ...parts: readonly Part[]) => Markup;

/** Returns markup. Escapes every interpolated text. */
export const markup = markupOf((text) => text);

/** Returns a template tag that passes every interpolated text through `prepare` before escaping it. */
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

/** Wraps a string as markup without escaping it. Use it for our own styles and scripts, and for HTML that is already escaped. */
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
