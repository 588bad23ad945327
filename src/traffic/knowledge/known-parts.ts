import type { ScenarioName, TemplateValues } from '../../contract/index.ts';
import { contract, isObject, matchTemplate } from '../../contract/index.ts';
import { modeName } from '../../workspace/index.ts';
import type { EntityDefinition } from '../../workspace/index.ts';
import type { KnownParts } from '../expect/expect-answer.ts';
import type { Call } from '../recognize/find-call.ts';
import type { Knowledge, KnownWorkspace } from './knowledge.ts';
import { isPlace, knownWorkspace } from './knowledge.ts';
import { knownDetails, knownEntity } from './known-values.ts';

/** Returns what a definition or a target file says about the failure of a request. */
export function knownParts(call: Call, body: unknown, knowledge: Knowledge): KnownParts {
  const workspace = knownWorkspace(call.parameters, knowledge);
  const entity = knownEntity(call, knowledge);
  const place = knowledge.places.find((each) => isPlace(call.parameters, each));
  const mode = workspace === undefined ? place?.mode : modeName(workspace.mode);
  const details = entity === undefined ? undefined : knownDetails(call.operation, entity, body);
  return {
    values: (scenario, message) => ({
      ...(scenario === 'workspaceRestricted' && mode !== undefined ? { mode } : {}),
      ...(entity === undefined || workspace === undefined
        ? {}
        : constraintValues(scenario, message, { entity, workspace, body })),
    }),
    ...(details === undefined || details.length === 0
      ? {}
      : { invalidFields: [...new Set(details.map(({ field }) => field))] }),
  };
}

interface Known {
  readonly entity: EntityDefinition;
  readonly workspace: KnownWorkspace;
  readonly body: unknown;
}

/** Returns the column of a constraint that a message must name, and the table that the column references. */
function constraintValues(scenario: ScenarioName, message: unknown, known: Known): TemplateValues {
  const { template } = contract.scenarios[scenario];
  const isReference = scenario === 'foreignKeyViolation';
  if (template === null || typeof message !== 'string' || !(isReference || scenario === 'uniqueConstraintViolation'))
    return {};
  const { entity, workspace, body } = known;
  const columns = entity.columns.filter((column) =>
    isReference ? column.references !== undefined : column.unique === true,
  );
  const named = columns.filter(({ name }) => matchTemplate(template, message, { column: name }) !== undefined);
  const sent = columns.filter(({ name }) => isObject(body) && Object.hasOwn(body, name));
  const [column, ...others] = named.length > 0 ? named : sent;
  if (column === undefined || others.length > 0) return {};
  const table = workspace.entities.find(({ name }) => name === column.references)?.table;
  return { column: column.name, ...(isReference && table !== undefined ? { table } : {}) };
}
