import { isObject } from '../contract/index.ts';

const LONGEST_LINE = 72;
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Formats a JSON value as TypeScript code: single quotes, unquoted names, and one member per line if a single line is too long.
 */
export function literal(value: unknown, indent = ''): string {
  const oneLine = onOneLine(value);
  if (oneLine.length + indent.length <= LONGEST_LINE) return oneLine;
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return lines(
      '[',
      value.map((each) => literal(each, deeper)),
      ']',
      indent,
    );
  if (!isObject(value)) return oneLine;
  const members = Object.entries(value).map(([name, each]) => `${nameOf(name)}: ${literal(each, deeper)}`);
  return lines('{', members, '}', indent);
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${nameOf(name)}: ${onOneLine(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function lines(open: string, items: readonly string[], close: string, indent: string): string {
  return [open, ...items.map((item) => `${indent}  ${item},`), `${indent}${close}`].join('\n');
}

function nameOf(name: string): string {
  return NAME.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
