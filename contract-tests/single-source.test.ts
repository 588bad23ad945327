import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { contract } from '../src/contract/index.ts';

const ROOT = new URL('../', import.meta.url);
const SHORTEST_PIECE = 9;

const files = globSync(['src/**/*.ts', 'lint/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts'], {
  cwd: fileURLToPath(ROOT),
})
  // The helpdesk is a client, which names the codes that it handles and the headers that it sends.
  .filter((file) => !/^examples\/helpdesk\/|\.test\.ts$|\/testing\//.test(file));

/**
 * Without the examples, which are separate applications that cannot read limits from the contract, and without test
 * data.
 */
const ours = files.filter((file) => !/^examples\/|\/testing\.ts$/.test(file));

// Caches the parsed files, because every test searches all of them.
const sources = new Map<string, ts.SourceFile>();

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
      // Single words are ambiguous: `Referenced` is also part of a name.
      .filter((piece) => piece.length >= SHORTEST_PIECE && piece.includes(' '));
    expect(pieces.length).toBeGreaterThan(20);
    expect(literalsThat((text) => pieces.some((piece) => text.includes(piece)))).toEqual([]);
  });

  it('the media type of bodies is written', () => {
    const { mediaType } = contract.envelope;
    // Early versions of openapi.yaml did not declare the media type, and the mock's page reads responses of other
    // types.
    const others = ['scripts/diff/error-contract.ts', 'src/mock/page/answer-page.ts'];
    const hits = literalsThat((text) => text.includes(mediaType), ours);
    expect(hits.filter((hit) => !others.some((file) => hit.startsWith(`${file}:`)))).toEqual([]);
  });

  it('the header that requests a fault is written', () => {
    const header = new RegExp(`(?<![\\w-])${contract.faultHeader}(?![\\w-])`, 'i');
    expect(literalsThat((text) => header.test(text), ours)).toEqual([]);
  });

  it('the base path of the servers is written', () => {
    const paths = Object.values(contract.servers).map(({ basePath }) => basePath);
    expect(literalsThat((text) => paths.some((path) => text.includes(path)), ours)).toEqual([]);
  });

  it('a port of the servers is written', () => {
    const ports = Object.values(contract.servers).map(({ port }) => port);
    expect(numbersThat((name, value) => /port$/i.test(name) && ports.some((port) => port === value))).toEqual([]);
    expect(literalsThat((text) => ports.some((port) => text.includes(`:${port}`)), ours)).toEqual([]);
  });

  it('the largest body is written', () => {
    const { bodyBytes } = contract.limits;
    expect(numbersThat((name, value) => /body|bytes|limit/i.test(name) && value === bodyBytes)).toEqual([]);
  });

  it('the bounds of batches, pages and parameters are written', () => {
    const { batch, size, filters, fields, expand } = contract.limits;
    const bounds: readonly number[] = [batch.maximum, size.maximum, size.byDefault, filters, fields, expand];
    const isLimit = (name: string): boolean =>
      /^(?:max|maximum|maxItems|byDefault)$|(?:items|records|size|filters|conditions|fields|paths)$/i.test(name);
    expect(
      numbersThat(
        (name, value) => (isLimit(name) && bounds.includes(value)) || (name === 'length' && bounds.includes(value - 1)),
      ),
    ).toEqual([]);
  });
});

/** Returns the literals and identifiers for which `holds` returns true, each with its file and line. */
function literalsThat(holds: (text: string) => boolean, where = files): readonly string[] {
  return nodesOf(where, (node) => {
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isIdentifier(node) ? node.text : '';
    return holds(text) ? JSON.stringify(text) : undefined;
  });
}

/** Returns the named numbers (variables, members, defaults) for which `holds` returns true. */
function numbersThat(holds: (name: string, value: number) => boolean): readonly string[] {
  return nodesOf(ours, (node) => {
    if (!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node) && !ts.isBindingElement(node))
      return undefined;
    const value = node.initializer === undefined ? undefined : valueOf(node.initializer);
    return value !== undefined && holds(node.name.getText(), value) ? node.getText() : undefined;
  });
}

/** Evaluates a number literal, or a product or power of number literals. */
function valueOf(expression: ts.Expression): number | undefined {
  if (ts.isNumericLiteral(expression)) return Number(expression.text);
  if (!ts.isBinaryExpression(expression)) return undefined;
  const [left, right] = [valueOf(expression.left), valueOf(expression.right)];
  if (left === undefined || right === undefined) return undefined;
  if (expression.operatorToken.kind === ts.SyntaxKind.AsteriskToken) return left * right;
  return expression.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken ? left ** right : undefined;
}

/** Returns what `find` returns for the nodes of the files, each with its file and line. */
function nodesOf(where: readonly string[], find: (node: ts.Node) => string | undefined): readonly string[] {
  return where.flatMap((file) => {
    const source = sourceOf(file);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const text = find(node);
      if (text !== undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${file}:${line + 1} ${text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function sourceOf(file: string): ts.SourceFile {
  const text = (): string => readFileSync(new URL(file, ROOT), 'utf8');
  const source = sources.get(file) ?? ts.createSourceFile(file, text(), ts.ScriptTarget.Latest, true);
  sources.set(file, source);
  return source;
}
