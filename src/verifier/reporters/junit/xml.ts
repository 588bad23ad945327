import { visible } from '../text/visible.ts';

/** An element of XML 1.0: it holds elements or a text, never both. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: readonly XmlElement[] | string;
}

/** Makes an element; it is empty without content. */
export function element(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

/** Writes a document. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, content }: XmlElement, indent: string): string {
  const values = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${escapedValue(String(value))}"`,
  );
  const start = `${indent}<${name}${values.join('')}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === 'string') return `${start}>${escapedText(content)}</${name}>`;
  return [`${start}>`, ...content.map((child) => written(child, `${indent}  `)), `${indent}</${name}>`].join('\n');
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Section 2.2 of XML 1.0 knows no controls but white space: the others are made visible. */
function escapedText(text: string): string {
  return visible(text).replace(/[&<>]/g, (character) => REFERENCES[character] ?? character);
}

/** White space in an attribute survives only as a reference (section 3.3.3). */
function escapedValue(text: string): string {
  return escapedText(text).replace(/["\n\t]/g, (character) => REFERENCES[character] ?? character);
}
