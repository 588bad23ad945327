import type { ContractDocument, SecurityRequirement } from '../generate/contract-document.ts';
import { methods } from '../generate/contract-document.ts';

/** The ways to authenticate for an operation, each as the set of its requirements; the empty set requires nothing. */
export type Ways = readonly ReadonlySet<string>[];

/** Returns the ways to authenticate for every operation: its own, or those of the document. */
export function requiredSecurity(document: ContractDocument): ReadonlyMap<string, Ways> {
  return new Map(
    Object.values(document.paths).flatMap((item) =>
      methods.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) return [];
        const ways = operation.security ?? document.security ?? [];
        const required = ways.length === 0 ? [{}] : ways;
        return [[operation.operationId, required.map((way) => requirementsOf(document, way))] as const];
      }),
    ),
  );
}

function requirementsOf(document: ContractDocument, way: SecurityRequirement): ReadonlySet<string> {
  return new Set(
    Object.entries(way).flatMap(([name, scopes]) => {
      const scheme = document.components.securitySchemes?.[name];
      // A scheme can be renamed; what a client sends depends only on these members.
      const [type, ...rest] = [scheme?.type ?? name, scheme?.scheme, scheme?.in, scheme?.name];
      const called = [type, ...rest.filter((part) => part !== undefined)].join(' ');
      return [called, ...scopes.map((scope) => `${called} with ${scope}`)];
    }),
  );
}
