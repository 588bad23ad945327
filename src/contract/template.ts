/** Values for the placeholders of a template, by name. */
export type TemplateValues = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * Fills each `{name}` of a template with its value.
 * @throws {Error} when a placeholder has no value: the message would be wrong, and nobody would notice.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  // Text and names in turns.
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

function partsOf(template: string): readonly string[] {
  const known = parts.get(template) ?? template.split(PLACEHOLDER);
  parts.set(template, known);
  return known;
}

// There are as many as the contract has templates.
const parts = new Map<string, readonly string[]>();

/** Reads the values back out of a filled template, or gives `undefined` where the text is not of that template. */
export function matchTemplate(template: string, text: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = template
    .split(PLACEHOLDER)
    .map((part, index) => {
      if (index % 2 === 0) return escapeRegExp(part);
      names.push(part);
      return '([^]*)';
    })
    .join('');
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
