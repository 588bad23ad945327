import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { contract } from '../src/contract/index.ts';

const ROOT = new URL('../', import.meta.url);
const SHORTEST_TELLING_PIECE = 9;

const files = globSync(['src/**/*.ts', 'lint/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts'], {
  cwd: ROOT.pathname,
}).filter((file) => !/\.test\.ts$|\/testing\//.test(file));

describe('openapi.yaml is the only place where', () => {
  it('a code is written', () => {
    const codes = new RegExp(`\\b(?:${contract.pairs.map(({ code }) => code).join('|')})\\b`);
    expect(literalsThat((text) => codes.test(text))).toEqual([]);
  });

  it('the words of a message are written', () => {
    const templates = [
      ...Object.values(contract.scenarios).map(({ template, example }) => template ?? example),
      ...Object.values(contract.constraintMessages).map(({ template }) => template),
    ];
    const pieces = templates
      .flatMap((template) => template.split(/\{\w+\}/))
      .map((piece) => piece.trim())
      // A single word tells nothing: `Referenced` is a name as well.
      .filter((piece) => piece.length >= SHORTEST_TELLING_PIECE && piece.includes(' '));
    expect(pieces.length).toBeGreaterThan(20);
    expect(literalsThat((text) => pieces.some((piece) => text.includes(piece)))).toEqual([]);
  });
});

/** The literals of the code, comments aside, of which something holds, each with its file and line. */
function literalsThat(holds: (text: string) => boolean): readonly string[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(new URL(file, ROOT), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const text =
        ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isIdentifier(node) ? node.text : '';
      if (holds(text)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${file}:${line + 1} ${JSON.stringify(text)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}
