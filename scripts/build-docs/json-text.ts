import { isObject } from '../../src/contract/index.ts';

const LONGEST_LINE = 76;

/** Formats JSON for reading: short values stay on one line. */
export function jsonText(value: unknown, indent = ''): string {
  const oneLine = onOneLine(value);
  if (oneLine.length + indent.length <= LONGEST_LINE) return oneLine;
  const deeper = `${indent}  `;
  const lines = (items: readonly string[]): string => items.map((item) => `\n${deeper}${item}`).join(',');
  if (Array.isArray(value)) return `[${lines(value.map((each) => jsonText(each, deeper)))}\n${indent}]`;
  if (!isObject(value)) return oneLine;
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${jsonText(each, deeper)}`);
  return `{${lines(members)}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${onOneLine(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
