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
  const literals = [first];
  const names: string[] = [];
  others.forEach((part, index) => {
    const isName = index % 2 === 0;
    if (isName && !Object.hasOwn(known, part)) {
      names.push(part);
      literals.push('');
    } else literals.push(`${literals.pop() ?? ''}${isName ? known[part] : part}`);
  });
  const starts = placeLiterals(literals, text);
  if (starts === undefined) return undefined;
  const valueAfter = (index: number): string =>
    text.slice((starts[index] ?? 0) + (literals[index]?.length ?? 0), starts[index + 1]);
  return Object.fromEntries(names.map((name, index) => [name, valueAfter(index)]));
}

/**
 * Finds the positions of a template's literals in a text, each as far to the right as possible. Returns `undefined` if the text
 * does not match. Searches the text once, from its end: a regular expression with several placeholders would try every
 * combination of positions, which takes seconds on a long message.
 * @param text only these two members are used, so that a test can count the steps
 */
export function placeLiterals(
  literals: readonly string[],
  text: Pick<string, 'length' | 'lastIndexOf'>,
): readonly number[] | undefined {
  const starts: number[] = [];
  let end = text.length;
  const fits = literals.toReversed().every((literal, index, { length }) => {
    const latest = end - literal.length;
    // The first literal must be at the start, and the last at the end.
    end = text.lastIndexOf(literal, index + 1 < length ? latest : 0);
    starts.unshift(end);
    return end >= 0 && (index > 0 ? end <= latest : end === latest);
  });
  return fits ? starts : undefined;
}

function partsOf(template: string): readonly string[] {
  const known = parts.get(template) ?? template.split(PLACEHOLDER);
  parts.set(template, known);
  return known;
}

// Bounded by the number of templates.
const parts = new Map<string, readonly string[]>();
