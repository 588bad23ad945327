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

/** Every operation lists exactly the scenarios that say in `raisedBy` that it raises them; so does `x-outside-operations`. */
export const operationScenarios: Oas3Rule = () => {
  const operations: (Lister & { raiser: Raiser })[] = [];
  return {
    Operation(operation, context) {
      // What is no operation at all is reported by Redocly's `struct`.
      if (!isObject(operation)) return;
      const name = operation.operationId ?? context.location.pointer;
      const responses = descend({ value: operation, location: context.location }, ['responses'], context);
      const raiser = { operationId: name, method: String(context.key) };
      operations.push({ name, raiser, ...readLister(responses, context) });
    },
    Root: {
      leave(root, context) {
        const { location, report } = context;
        const outside = descend({ value: root, location }, [OUTSIDE_OPERATIONS], context);
        const listers: Lister[] = [
          ...operations,
          { name: OUTSIDE_OPERATIONS, raiser: undefined, ...readLister(outside, context) },
        ];
        const known = new Set(operations.map(({ name }) => name));
        for (const scenario of scenariosOf(root.components?.examples, location.child(['components', 'examples']))) {
          const { raisedBy } = scenario.members;
          // What is no raisedBy at all is reported by `scenario-form`.
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

/** Who lists scenarios: an operation, or what is outside of them all. */
interface Lister {
  name: string;
  raiser: Raiser | undefined;
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
      message: `${name} says that ${each} raises it, but there is no such operation. Mend the operationId, or take it out.`,
      location: location.child(['x-scenario', 'raisedBy', raisedBy.indexOf(each)]),
    }));
}

type Fault = Pick<DocumentNode, 'location'> & { message: string };

function disagreement(
  { name }: Scenario,
  raisedBy: RaisedBy,
  { name: lister, raiser, listed }: Lister,
  expectedStatus: () => string,
): string | undefined {
  const status = listed.get(name);
  if (raises(raiser, raisedBy) === (status !== undefined)) return undefined;
  const says = `its raisedBy says ${typeof raisedBy === 'string' ? raisedBy : `[${raisedBy.join(', ')}]`}`;
  if (status === undefined) {
    const addition = `\`${name}: { $ref: '#/components/examples/${name}' }\``;
    return `${lister} does not list ${name}, but ${says}. Add ${addition} to the examples of its ${expectedStatus()}, or mend raisedBy.`;
  }
  return `${lister} lists ${name} under ${status}, but ${says}. Take the example out of its ${status}, or mend raisedBy.`;
}

/** The status to list a scenario under: where others list it, or else the ones that its code has in the table. */
function statusOf({ name, error }: Scenario, listers: readonly Lister[], root: unknown): string {
  const elsewhere = listers.map(({ listed }) => listed.get(name)).find((status) => status !== undefined);
  const ofCode = errorTableOf(root).filter(({ code }) => code === error?.code);
  return elsewhere ?? ofCode.map(({ status }) => status).join(' or ');
}
