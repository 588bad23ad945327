import { referenceTo, visible, withoutCommands } from '../text/visible.ts';

/** An XML 1.0 element, which contains either elements or text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: readonly XmlElement[] | string;
}

/** Creates an element, which is empty by default. */
export function element(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

/** Serializes a document. */
export function xmlDocument(root: XmlElement): string {
  return withoutCommands(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`, referenceTo);
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

/** XML 1.0 (section 2.2) allows no control characters except white space, so the others are made visible. */
function escapedText(text: string): string {
  return visible(text).replace(/[&<>]/g, (character) => REFERENCES[character] ?? character);
}

/** Line feeds and tabs in an attribute are only preserved as references (section 3.3.3). */
function escapedValue(text: string): string {
  return escapedText(text).replace(/["\n\t]/g, (character) => REFERENCES[character] ?? character);
}
