import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { PlannedRequest } from '../../plan/index.ts';
import { input } from '../symbols.ts';
import { textWithExpressions } from './expression.ts';

/** A parameter of a step: its own, or a reference to a shared one of the document. */
export type Parameter =
  | { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly value: unknown }
  | { readonly reference: string };

/** The variables of the server URL in openapi.yaml. A step passes them as path parameters. */
const SERVER_VARIABLES = ['orgSlug', 'workspaceSlug'] as const;

/** The parameters that all steps share unless they override them. */
export const serverParameters: readonly Parameter[] = [
  { name: 'orgSlug', in: 'path', value: textWithExpressions(input('organization')) },
  { name: 'workspaceSlug', in: 'path', value: textWithExpressions(input('workspace')) },
];

/** Headers that do not matter to a case. The sender sets them itself. */
const SENDERS_OWN = new Set(['accept', 'accept-encoding', 'content-type']);

/** Splits a request into the parameters of its operation. */
export function parametersOf(operationId: OperationId, { path, headers }: PlannedRequest): readonly Parameter[] {
  const [place = '', query = ''] = path.split('?');
  const [, ...segments] = place.split('/').map(decodeURIComponent);
  const names = [
    ...SERVER_VARIABLES.map((name) => `{${name}}`),
    ...contract.operations[operationId].path.slice(1).split('/'),
  ];
  return [
    ...names.flatMap((name, index): readonly Parameter[] => {
      const [, variable] = /^\{(\w+)\}$/.exec(name) ?? [];
      const parameter = {
        name: variable ?? name,
        in: 'path',
        value: textWithExpressions(segments[index] ?? ''),
      } as const;
      return variable === undefined || isShared(parameter) ? [] : [parameter];
    }),
    ...[...new URLSearchParams(query)].map(
      ([name, value]) => ({ name, in: 'query', value: textWithExpressions(value) }) as const,
    ),
    ...Object.entries(headers).flatMap(([name, value]): readonly Parameter[] =>
      SENDERS_OWN.has(name) ? [] : [{ name, in: 'header', value: textWithExpressions(value) }],
    ),
  ];
}

function isShared(parameter: Parameter): boolean {
  return serverParameters.some((shared) => JSON.stringify(shared) === JSON.stringify(parameter));
}
