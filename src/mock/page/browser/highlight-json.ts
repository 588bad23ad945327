import { element } from './element.ts';

/** Formats JSON and highlights its names, strings and other values. Returns text that is not JSON unchanged. */
export function highlightJson(text: string): readonly (Node | string)[] {
  const pretty = indent(text);
  if (pretty === undefined) return [text];
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of pretty.matchAll(TOKEN)) {
    parts.push(pretty.slice(end, match.index), element('span', { class: kindOf(match) }, match[1] ?? match[0]));
    end = match.index + (match[1] ?? match[0]).length;
  }
  return [...parts, pretty.slice(end)];
}

/** A name with the colon after it, a string, a number or a literal. */
const TOKEN = /("(?:[^"\\]|\\.)*")(:)?|-?\d[\d.eE+-]*|true|false|null/g;

function kindOf([, text, colon]: RegExpMatchArray): string {
  if (text === undefined) return 'json-value';
  return colon === undefined ? 'json-text' : 'json-name';
}

function indent(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}
