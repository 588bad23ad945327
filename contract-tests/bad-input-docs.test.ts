import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const FOLDER = fileURLToPath(new URL('hostile-input/', import.meta.url));
const page = readFileSync(new URL('../docs/bad-input.md', import.meta.url), 'utf8');

/** Returns the files that test a section: those named after its first word, or after the singular of that word. */
function filesOf(section: string): readonly string[] {
  const [word = ''] = section.toLowerCase().split(' ');
  const facts = word === 'bodies' ? 'body' : word.replace(/s$/, '');
  return globSync(`{${word},${facts}-facts}{,.*}.ts`, { cwd: FOLDER }).map((file) => join(FOLDER, file));
}

/** The inputs of each section: the part of each bullet before the first arrow. */
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = text.split('\n');
    const bullets = lines
      .join(' ')
      .split(/ - (?=\S)/)
      .slice(1);
    return { title, inputs: bullets.map((bullet) => plain(bullet.split('→')[0] ?? '')) };
  });

describe('docs/bad-input.md', () => {
  it.each(sections)('has a line for every test of $title, and a test for every line', ({ title, inputs }) => {
    const tested = [...new Set(filesOf(title).flatMap(describedIn))];
    // For a line without a test, add a `describe` with its text. For a test without a line, add the line.
    expect(tested.toSorted()).toEqual(inputs.toSorted());
  });

  it('has a section for every test file', () => {
    const known = new Set(sections.flatMap(({ title }) => filesOf(title)));
    const files = globSync('*.test.ts', { cwd: FOLDER });
    expect(files.filter((file) => !known.has(join(FOLDER, file)))).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });
});

/** Returns the titles of the `describe` blocks in a file that directly contain tests. */
function describedIn(file: string): readonly string[] {
  const source = ts.createSourceFile(basename(file), readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const [title, body] = isCallOf(node, 'describe') ? node.arguments : [];
    if (title !== undefined && body !== undefined && ts.isStringLiteralLike(title) && hasTests(body))
      titles.push(plain(title.text));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

function hasTests(node: ts.Node): boolean {
  if (isCallOf(node, 'it')) return true;
  if (isCallOf(node, 'describe')) return false;
  return ts.forEachChild(node, (child) => hasTests(child) || undefined) ?? false;
}

/** Whether a node is `name(…)` or `name.each(…)(…)`. */
function isCallOf(node: ts.Node, name: string): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  if (ts.isIdentifier(expression)) return expression.text === name;
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const { expression: object } = expression.expression;
  return ts.isIdentifier(object) && object.text === name;
}

/** Normalizes a line for comparison: removes Markdown markup and unifies apostrophes. */
function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
}
