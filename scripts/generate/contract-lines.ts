import { getLineColLocation, Source } from '@redocly/openapi-core';

import type { ContractDocument } from './contract-document.ts';
import { methods } from './contract-document.ts';

/** Where openapi.yaml describes an operation: its own line, and the line of each of its responses by status. */
interface OperationLines {
  readonly line: number;
  readonly responses: Readonly<Record<string, number>>;
}

/**
 * Finds the lines of openapi.yaml with the operations and their responses, for reports that point into the contract.
 * @param text the content of openapi.yaml
 * @returns the lines by operation, and those of the responses to paths that belong to no operation
 */
export function contractLines(text: string, document: ContractDocument): Readonly<Record<string, OperationLines>> {
  const source = new Source('openapi.yaml', text);
  const lineOf = (...path: readonly string[]): number => {
    const pointer = `#/${path.map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
    return getLineColLocation({ source, pointer, reportOnKey: true }).start.line;
  };
  const linesAt = (path: readonly string[], responses: object): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.keys(responses).map((status) => [status, lineOf(...path, status)]));
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): (readonly [string, OperationLines])[] => {
      const operation = item[method];
      if (operation === undefined) return [];
      const place = ['paths', path, method];
      const responses = linesAt([...place, 'responses'], operation.responses);
      return [[operation.operationId, { line: lineOf(...place), responses }]];
    }),
  );
  const outside = {
    line: lineOf('x-outside-operations'),
    responses: linesAt(['x-outside-operations'], document['x-outside-operations']),
  };
  return Object.fromEntries([...operations, ['outsideOperations', outside]]);
}
