import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core';

import { isObject } from '../../src/contract/index.ts';
import { errorTableOf } from '../document/error-table.ts';
import { listedExamples, listedResponses } from '../document/listed-response.ts';
import type { DocumentNode } from '../document/document-node.ts';
import { descend } from '../document/document-node.ts';
import type { RaisedBy, Raiser } from '../document/raised-by.ts';
import { isRaisedBy, raises } from '../document/raised-by.ts';
import type { Scenario } from '../document/scenario.ts';
import { isScenario, scenariosOf } from '../document/scenario.ts';
import { OUTSIDE_OPERATIONS } from '../outside-operations.ts';

/**
 * Every operation lists exactly the scenarios whose `raisedBy` includes it, and `x-outside-operations` the others. In the contract of a
 * workspace, `x-operation` names the operation of the contract, and an operation may list fewer: not all can happen to its entity.
 */
export const operationScenarios: Oas3Rule = () => {
  const operations: (Lister & { raiser: Raiser })[] = [];
  return {
    Operation(operation, context) {
      // Redocly's `struct` reports a malformed operation.
      if (!isObject(operation)) return;
      const name = operation.operationId ?? context.location.pointer;
      const derivedFrom: unknown = 'x-operation' in operation ? operation['x-operation'] : undefined;
      const responses = descend({ value: operation, location: context.location }, ['responses'], context);
      const raiser = { operationId: String(derivedFrom ?? name), method: String(context.key) };
      const isDerived = derivedFrom !== undefined;
      operations.push({ name, raiser, isDerived, ...readLister(responses, context) });
    },
    Root: {
      leave(root, context) {
        const { location, report } = context;
        const outside = descend({ value: root, location }, [OUTSIDE_OPERATIONS], context);
        const listers: Lister[] = [
          ...operations,
          { name: OUTSIDE_OPERATIONS, raiser: undefined, isDerived: false, ...readLister(outside, context) },
        ];
        const known = new Set(operations.map(({ raiser }) => raiser.operationId));
        for (const scenario of scenariosOf(root.components?.examples, location.child(['components', 'examples']))) {
          const { raisedBy } = scenario.members;
          // `scenario-form` reports a malformed raisedBy.
          if (!isRaisedBy(raisedBy)) continue;
          for (const fault of unknownOperations(scenario, raisedBy, known)) report(fault);
          for (const lister of listers) {
            const message = disagreement(scenario, raisedBy, lister, () => statusOf(scenario, listers, root));
            if (message !== undefined) report({ message, location: lister.location });
          }
        }
      },
    },
  };
};

/** A part of the document that lists scenarios: an operation, or `x-outside-operations`. */
interface Lister {
  name: string;
  raiser: Raiser | undefined;
  /** Whether it is an operation on one entity of a workspace. */
  isDerived: boolean;
  location: Location;
  /** The status under which each scenario is listed. */
  listed: Map<string, string>;
}

function readLister(responses: DocumentNode, context: UserContext): Pick<Lister, 'location' | 'listed'> {
  const listed = listedResponses(responses, context).flatMap((response) =>
    listedExamples(response, context).flatMap(({ name, value }): [string, string][] =>
      isScenario(value) ? [[name, response.status]] : [],
    ),
  );
  return { location: responses.location, listed: new Map(listed) };
}

function unknownOperations({ name, location }: Scenario, raisedBy: RaisedBy, known: ReadonlySet<string>): Fault[] {
  if (typeof raisedBy === 'string') return [];
  return raisedBy
    .filter((each) => !known.has(each))
    .map((each) => ({
      message: `The raisedBy of ${name} names ${each}, which is not an operation. Fix the operationId, or remove it.`,
      location: location.child(['x-scenario', 'raisedBy', raisedBy.indexOf(each)]),
    }));
}

type Fault = Pick<DocumentNode, 'location'> & { message: string };

function disagreement(
  { name }: Scenario,
  raisedBy: RaisedBy,
  { name: lister, raiser, isDerived, listed }: Lister,
  expectedStatus: () => string,
): string | undefined {
  const status = listed.get(name);
  if (raises(raiser, raisedBy) === (status !== undefined)) return undefined;
  const reason = `its raisedBy is ${typeof raisedBy === 'string' ? raisedBy : `[${raisedBy.join(', ')}]`}`;
  if (status === undefined && isDerived) return undefined;
  if (status === undefined) {
    const addition = `\`${name}: { $ref: '#/components/examples/${name}' }\``;
    return `${lister} does not list ${name}, but ${reason}. Add ${addition} to the examples of its ${expectedStatus()}, or fix raisedBy.`;
  }
  return `${lister} lists ${name} under ${status}, but ${reason}. Remove the example from its ${status}, or fix raisedBy.`;
}

/** The status to list a scenario under: the one under which others list it, otherwise those of its code in the table. */
function statusOf({ name, error }: Scenario, listers: readonly Lister[], root: unknown): string {
  const elsewhere = listers.map(({ listed }) => listed.get(name)).find((status) => status !== undefined);
  const ofCode = errorTableOf(root).filter(({ code }) => code === error?.code);
  return elsewhere ?? ofCode.map(({ status }) => status).join(' or ');
}
