/** Values for the placeholders of a template, by name. */
export type TemplateValues = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * Replaces each `{name}` in a template with its value.
 * @throws {Error} when a placeholder has no value: otherwise, the wrong message would go unnoticed
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  // Literals and names alternate.
  const [first = '', ...others] = partsOf(template);
  let filled = first;
  others.forEach((part, index) => {
    if (index % 2 === 0) {
      const value = Object.hasOwn(values, part) ? values[part] : undefined;
      if (value === undefined) throw new Error(`"${template}" needs a value for {${part}}`);
      filled += String(value);
    } else filled += part;
  });
  return filled;
}

/** The distinct placeholder names of a template. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set(partsOf(template).filter((_part, index) => index % 2 === 1))];
}

/**
 * Extracts the values from a filled template. Returns `undefined` if the text does not match the template. If several matches
 * are possible, earlier placeholders take as much text as they can.
 * @param known values that the text must contain for their placeholders; they are not part of the result
 */
export function matchTemplate(
  template: string,
  text: string,
  known: TemplateValues = {},
): Record<string, string> | undefined {
  const [first = '', ...others] = partsOf(template);
  const parts = [first];
  others.forEach((part, index) => {
    const isName = index % 2 === 0;
    if (isName && !Object.hasOwn(known, part)) parts.push(part, '');
    else parts.push(`${parts.pop() ?? ''}${isName ? known[part] : part}`);
  });
  return placeParts(parts, text);
}

/**
 * Finds the parts of a template in text, each as far to the right as possible, and returns the values between them. Returns
 * `undefined` if the text does not match. Searches the text once, from its end: a regular expression with several placeholders
 * would try every combination of positions, which takes seconds on a long message.
 * @param parts literals and names alternate; the first and the last are literals
 * @param text only these members are used, so that a test can count the steps
 */
export function placeParts(
  parts: readonly string[],
  text: Pick<string, 'length' | 'lastIndexOf' | 'slice'>,
): Record<string, string> | undefined {
  const values: [name: string, value: string][] = [];
  let end = text.length;
  let name: string | undefined;
  const fits = parts.toReversed().every((part, index, { length }) => {
    if (index % 2) name = part;
    else {
      // The first literal must be at the start, and the last at the end.
      const start = text.lastIndexOf(part, index + 1 < length ? end - part.length : 0);
      const after = start + part.length;
      if (start < 0 || (name ? after > end : after !== end)) return false;
      if (name) values.unshift([name, text.slice(after, end)]);
      end = start;
    }
    return true;
  });
  return fits ? Object.fromEntries(values) : undefined;
}

function partsOf(template: string): readonly string[] {
  const known = parts.get(template) ?? template.split(PLACEHOLDER);
  parts.set(template, known);
  return known;
}

// Bounded by the number of templates.
const parts = new Map<string, readonly string[]>();
