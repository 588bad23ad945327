import { mockTarget } from '../../src/mock/index.ts';
import type { Target } from '../../src/plan/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';

type TargetFile = Record<string, unknown>;

const BASE_URL = 'http://127.0.0.1:1/api/v1';
const demo: TargetFile = { ...demoTarget(BASE_URL, { faults: true }) };
const mock: TargetFile = { ...mockTarget(BASE_URL) };

/** A copy of a target file without what stands at a path. */
function without(file: TargetFile, ...[name = '', ...inner]: readonly string[]): TargetFile {
  const { [name]: left, ...others } = file;
  return inner.length === 0 ? others : { ...others, [name]: without({ ...(left as TargetFile) }, ...inner) };
}

/** A copy of a target file in which the members at a path are others. */
function withMember(file: TargetFile, name: string, members: object): TargetFile {
  return { ...file, [name]: { ...(file[name] as object | undefined), ...members } };
}

const files: Readonly<Record<string, TargetFile>> = {
  demo,
  mock,
  'no-faults': { ...demoTarget(BASE_URL, { faults: false }) },
  'an-operation-absent': { ...demo, absentOperations: { bulkDeleteRecords: 'the gateway drops the body of a DELETE' } },
  'another-mode': withMember(demo, 'restricted', { mode: 'maintenance' }),
  'declared-unreachable': {
    ...demo,
    unreachable: { expiredApiKey: 'no expiry', 'deleteRecord.recordReferenced': 'cascades' },
  },
  'every-operation-fails-by-fault': {
    ...demo,
    faults: { internalError: { headers: { 'x-break': 'now' } }, expiredApiKey: { headers: { 'x-expire': 'now' } } },
  },
  'entity-with-missing': withMember(demo, 'entity', { missing: 'Nothing' }),
  'reference-with-referencing-table': withMember(demo, 'reference', { referencingTable: 'the_orders' }),
  'reference-with-another-parent': withMember(demo, 'reference', {
    parent: 'Category',
    parentValid: { name: 'cat-{run}' },
    table: 'categories',
  }),
  'reference-with-another-parent-without-values': withMember(demo, 'reference', { parent: 'Category' }),
  'without-organization': without(demo, 'organization'),
  'without-workspace': without(demo, 'workspace'),
  'without-read-write-key': without(demo, 'keys', 'readWrite'),
  'without-read-only-key': without(demo, 'keys', 'readOnly'),
  'without-expired-key': without(demo, 'keys', 'expired'),
  'without-revoked-key': without(demo, 'keys', 'revoked'),
  'without-another-workspaces-key': without(demo, 'keys', 'otherWorkspace'),
  'without-restricted': without(demo, 'restricted'),
  'without-entity': without(demo, 'entity'),
  'without-required': without(demo, 'entity', 'required'),
  'without-reference': without(demo, 'reference'),
  'without-referencing-table': without(demo, 'reference', 'referencingTable'),
  'mock-unique-without-run': withMember(mock, 'entity', { valid: { name: 'Jane', email: 'jane@example.com' } }),
  'mock-without-existing-id': without(mock, 'fixtures', 'existingId'),
  'mock-without-missing-id': without(mock, 'fixtures', 'missingId'),
  'mock-without-taken-value': without(mock, 'fixtures', 'takenValue'),
  'mock-without-referenced-id': without(mock, 'fixtures', 'referencedId'),
};

export interface GoldenTarget {
  readonly name: string;
  readonly target: Target;
  /** What it differs from in one thing; `undefined` for the demo and the mock. */
  readonly similar: Target | undefined;
}

/** The demo, the mock, and targets that differ from one of them in one thing each: by a member that they have besides, or lack. */
export const goldenTargets: readonly GoldenTarget[] = Object.entries(files).map(([name, file]) => {
  const similar = file === demo || file === mock ? undefined : name.startsWith('mock') ? mock : demo;
  return {
    name,
    target: parseTarget(file, {}),
    similar: similar === undefined ? undefined : parseTarget(similar, {}),
  };
});
