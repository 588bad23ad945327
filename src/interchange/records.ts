import { contract } from '../contract/index.ts';
import type { Fixtures, OwnRecord, Plan, PlannedCase, RecordPurpose, RecordToArrange, Target } from '../plan/index.ts';
import { fixturesOfStateless, plan, recordPurposes, recordToArrange, writeRequest } from '../plan/index.ts';
import { capital } from './capital.ts';
import { RUN } from './inputs.ts';
import { input, symbol, symbolsIn } from './symbols.ts';
import type { Errand } from './workflow.ts';

/** The purposes in an order in which their records can be created: what is referenced comes first. */
const inOrder: readonly RecordPurpose[] = ['parent', ...recordPurposes.filter((purpose) => purpose !== 'parent')];

/** The fixtures of a run that has not begun: of each record the values are known, and a symbol stands for its id. */
export function symbolicFixtures(target: Target): Fixtures {
  if (target.stateless) return fixturesOfStateless(target, input(RUN));
  const records = recordPurposes.map((purpose) => {
    const record = toArrange(target, purpose);
    return [purpose, 'reason' in record ? record : { id: idOf(purpose), values: record.values }] as const;
  });
  return { run: input(RUN), records: Object.fromEntries(records) as Fixtures['records'] };
}

/**
 * Tells for which purposes a case needs records of its own: those without which it could not be planned, or not as it is, and what
 * these reference.
 */
export function needsOf(target: Target, fixtures: Fixtures): (planned: PlannedCase) => readonly RecordPurpose[] {
  if (target.stateless) return () => [];
  const without = new Map(
    inOrder.map((purpose) => {
      const records = { ...fixtures.records, [purpose]: { reason: 'left out' } };
      return [purpose, casesByName(plan(target, { ...fixtures, records }))] as const;
    }),
  );
  return (planned) => {
    const asPlanned = comparable(planned);
    const needed = new Set(inOrder.filter((purpose) => without.get(purpose)?.get(nameOf(planned)) !== asPlanned));
    for (const purpose of needed) {
      const record = fixtures.records[purpose];
      if ('reason' in record) continue;
      for (const other of inOrder) if (mentions(record.values, other)) needed.add(other);
    }
    return inOrder.filter((purpose) => needed.has(purpose));
  };
}

/** Creates the record for a purpose. */
export function createRecordFor(target: Target, purpose: RecordPurpose): Errand {
  const record = toArrange(target, purpose);
  if ('reason' in record) throw new Error(`no record can be created for ${purpose}: ${record.reason}`);
  const request = { ...whereToWrite, operationId: 'createRecord', entityName: record.entityName } as const;
  return {
    name: stepOf('create', purpose),
    role: 'arrange',
    operationId: 'createRecord',
    request: writeRequest({ ...request, body: record.values }),
    expected: { status: contract.operations.createRecord.success },
    saves: { id: '/data/id' },
  };
}

/** Deletes the record for a purpose. */
export function deleteRecordOf(target: Target, purpose: RecordPurpose): Errand {
  const record = toArrange(target, purpose);
  const entityName = 'reason' in record ? '' : record.entityName;
  return deleteRecord(stepOf('delete', purpose), entityName, idOf(purpose));
}

/** Deletes a record by its id. */
export function deleteRecord(name: string, entityName: string, id: string): Errand {
  return {
    name,
    role: 'cleanUp',
    operationId: 'deleteRecord',
    request: writeRequest({ ...whereToWrite, operationId: 'deleteRecord', entityName, id }),
    expected: { status: contract.operations.deleteRecord.success },
    saves: {},
  };
}

/** The symbol of the id of a purpose's record. */
export function idOf(purpose: RecordPurpose): string {
  return symbol(stepOf('create', purpose), 'id');
}

/** Where a step of ours works, and with which key. */
export const whereToWrite = {
  organization: input('organization'),
  workspace: input('workspace'),
  key: input('readWriteKey'),
} as const;

/** The name of a step that does something for a record or a variant. */
export function stepOf(verb: 'create' | 'find' | 'delete', what: string): string {
  return `${verb}${capital(what)}`;
}

function toArrange(target: Target, purpose: RecordPurpose): RecordToArrange | { readonly reason: string } {
  return recordToArrange(target, purpose, input(RUN), idOf('parent'));
}

function mentions(values: OwnRecord['values'], purpose: RecordPurpose): boolean {
  return symbolsIn(JSON.stringify(values)).some(({ source }) => source === stepOf('create', purpose));
}

function casesByName({ cases }: Plan): ReadonlyMap<string, string> {
  return new Map(cases.map((planned) => [nameOf(planned), comparable(planned)]));
}

function nameOf({ operationId, scenario, variant }: PlannedCase): string {
  return `${operationId} ${scenario} ${variant}`;
}

/** A case without the numbers that make its values new, which depend on how many cases come before it. */
function comparable(planned: PlannedCase): string {
  return JSON.stringify(planned).replaceAll(new RegExp(`${input(RUN)}\\d+`, 'g'), input(RUN));
}
