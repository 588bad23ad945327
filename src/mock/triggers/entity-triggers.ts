import type { OperationId } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import type { CellScenario } from '../../plan/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../../workspace/index.ts';
import { columnDetails } from '../../workspace/index.ts';
import { hasTakenWord, takenText, takenValue, triggers } from '../../mock-core/index.ts';

/** A request for an entity, and the scenario that it triggers. */
export interface EntityTrigger {
  readonly operationId: OperationId;
  readonly scenario: CellScenario;
  /** Unique among the triggers of an operation and a scenario. */
  readonly variant: string;
  /** Relative to the workspace. */
  readonly path: string;
  /** The API key; `sk_test_read_write` by default. */
  readonly key?: string;
  /** Headers besides those of every request; none by default. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; `undefined` sends no body. */
  readonly body?: unknown;
}

type Values = Readonly<Record<string, unknown>>;
type Change = Partial<Pick<EntityTrigger, 'path' | 'key' | 'headers' | 'body'>>;
type Trigger = readonly [scenario: CellScenario, variant: string, change?: Change];

/** The existing record that requests address. */
const ID = '1';

/**
 * Returns a request for each trigger that a definition allows.
 * @param records the records that the mock shows for the entity, at least one
 */
export function entityTriggers(
  workspace: Pick<WorkspaceDefinition, 'entities'>,
  entity: EntityDefinition,
  records: readonly Values[],
): readonly EntityTrigger[] {
  const { ids } = triggers;
  const isReferenced = workspace.entities.some(({ columns }) =>
    columns.some(({ references }) => references === entity.name),
  );
  return contract.operationIds.flatMap((operationId) => {
    const { write, path } = contract.operations[operationId];
    const hasId = path.includes('{id}');
    const values = validValues(entity, records);
    const found: readonly Trigger[] = [
      ...(values === undefined && operationId.includes('reate') ? [] : ([['success', 'success']] as const)),
      ['invalidApiKey', 'revokedKey', { key: 'sk_test_revoked' }],
      ['expiredApiKey', 'expiredKey', { key: 'sk_test_expired' }],
      ['wrongWorkspace', 'otherWorkspacesKey', { key: 'sk_test_other_workspace' }],
      ...(write ? ([['readOnlyKey', 'readOnlyKey', { key: 'sk_test_read_only' }]] as const) : []),
      ['entityNotFound', 'unknownEntity', { path: pathOf(operationId, unknownEntity(workspace), ID) }],
      ['badRequest', 'malformedQuery', { path: `${pathOf(operationId, entity.name, ID)}?page=%zz` }],
      ...(hasId
        ? ([
            ['recordNotFound', 'unknownId', { path: pathOf(operationId, entity.name, ids.recordNotFound) }],
            ['internalError', 'id', { path: pathOf(operationId, entity.name, ids.internalError) }],
          ] as const)
        : []),
      ['internalError', 'header', { headers: { [triggers.faultHeader.name]: triggers.faultHeader.value } }],
      ...(operationId === 'deleteRecord' && isReferenced
        ? ([['recordReferenced', 'id', { path: pathOf(operationId, entity.name, ids.recordReferenced) }]] as const)
        : []),
      ...(operationId === 'createRecord' ? valueTriggers(entity, records, values ?? {}, 'create') : []),
      ...(operationId === 'updateRecord' ? valueTriggers(entity, records, {}, 'update') : []),
    ];
    const valid = { path: pathOf(operationId, entity.name, ID), ...bodyOf(operationId, values ?? records[0] ?? {}) };
    return found.map(([scenario, variant, change]) => ({ operationId, scenario, variant, ...valid, ...change }));
  });
}

/** The triggers in the values of a record, which are otherwise valid. */
function valueTriggers(
  entity: EntityDefinition,
  [first = {}]: readonly Values[],
  valid: Values,
  purpose: 'create' | 'update',
): readonly Trigger[] {
  const { name: required } = entity.columns.find(({ nullable }) => nullable === false) ?? {};
  // The value of the first record is no duplicate in that record.
  const elsewhere = purpose === 'update' ? { path: pathOf('updateRecord', entity.name, '2') } : {};
  return [
    ...(required === undefined || purpose === 'update'
      ? []
      : ([['validationError', 'requiredMissing', { body: without(valid, required) }]] as const)),
    ['validationError', 'unknownColumn', { body: { ...valid, 'no such column': 1 } }],
    ...entity.columns.flatMap((column): readonly Trigger[] => {
      const taken = column.unique === true ? takenValue(column, first[column.name]) : undefined;
      if (taken === undefined || taken === null) return [];
      const body = { ...valid, [column.name]: taken };
      return [['uniqueConstraintViolation', column.name, { ...elsewhere, body }]];
    }),
    ...entity.columns.flatMap((column): readonly Trigger[] => {
      const missing = triggers.missingReference;
      if (column.references === undefined || columnDetails(column, missing).length > 0) return [];
      return [['foreignKeyViolation', column.name, { body: { ...valid, [column.name]: missing } }]];
    }),
  ];
}

/** Returns the values of a record that the mock accepts as new, or `undefined` if every known value is a duplicate. */
function validValues({ columns }: EntityDefinition, records: readonly Values[]): Values | undefined {
  const unique = columns.filter((column) => column.unique === true);
  const isNew = (values: Values, index: number): boolean =>
    unique.every((column) => {
      const value = values[column.name] ?? null;
      if (value === null) return true;
      return !hasTakenWord(value) && (index > 0 || takenText(column, value) !== undefined);
    });
  return records.find(isNew);
}

function bodyOf(operationId: OperationId, values: Values): { readonly body?: unknown } {
  switch (operationId) {
    case 'createRecord':
      return { body: values };
    case 'updateRecord':
      return { body: {} };
    case 'bulkCreateRecords':
      return { body: [values] };
    case 'bulkUpdateRecords':
      return { body: [{ id: Number(ID) }] };
    case 'bulkDeleteRecords':
      return { body: [Number(ID)] };
    default:
      return {};
  }
}

function without(values: Values, column: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== column));
}

function unknownEntity({ entities }: Pick<WorkspaceDefinition, 'entities'>): string {
  let name = 'NoSuchEntity';
  while (entities.some((each) => each.name === name)) name += '2';
  return name;
}

function pathOf(operationId: OperationId, entityName: string, id: string): string {
  return contract.operations[operationId].path.replace('{entityName}', entityName).replace('{id}', id);
}
