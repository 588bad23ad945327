import { namesParent } from './fill-values.ts';
import type { ScenarioName } from '../contract/index.ts';
import { keyVariables } from './key-variables.ts';
import type { Target } from './target.ts';

/**
 * Lists everything that a target file lacks for provoking what every implementation must do, each in one line: the member and
 * what it is for. Leaves out what only a scenario needs that the file declares unreachable.
 */
export function missingMembers(target: Target): readonly string[] {
  const { organization, workspace, keys, restricted, entity, fixtures, stateless, unreachable } = target;
  const reference = target.reference ?? target.lacks?.reference;
  const all: readonly Need[] = [
    ['organization', organization, 'the slug of the organization, for every request'],
    ['workspace', workspace, 'the slug of a workspace in which records may be created, for every request'],
    ['keys.readWrite', keys.readWrite, 'a key of the workspace that can read and write, for every request'],
    ['keys.readOnly', keys.readOnly, 'a read-only key of the workspace', 'readOnlyKey'],
    ['keys.expired', keys.expired, 'an expired key of the workspace', 'expiredApiKey'],
    ['keys.revoked', keys.revoked, 'a revoked key of the workspace', 'invalidApiKey'],
    ['keys.otherWorkspace', keys.otherWorkspace, 'a valid key of another workspace', 'wrongWorkspace'],
    ['restricted', restricted, 'a workspace whose access mode does not allow writes', 'workspaceRestricted'],
    [
      'entity',
      entity,
      target.lacks?.entity ?? 'an entity with a unique column and with constraints, for every request',
    ],
    ['reference', reference, 'an entity with a column that references another', 'foreignKeyViolation'],
    ...(stateless ? needsOfStateless(fixtures) : needsOfStored(target)),
  ];
  return all
    .filter(
      ([, value, , scenario]) =>
        value === undefined && (scenario === undefined || !Object.hasOwn(unreachable, scenario)),
    )
    .map(([member, , what, scenario]) => {
      const variable = target.definition === undefined ? undefined : variables[member];
      const orVariable = variable === undefined ? '' : ` (or the environment variable ${variable})`;
      return `${member}${orVariable}: ${what}${scenario === undefined ? '' : `, for ${scenario}`}`;
    });
}

/** The variables by the member of the target file that they replace. */
const variables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(keyVariables).map(([role, variable]) => [role === 'restricted' ? role : `keys.${role}`, variable]),
);

/** A member, its value, what it is, and the scenario that needs it; every scenario by default. */
type Need = readonly [member: string, value: unknown, what: string, scenario?: ScenarioName];

function needsOfStateless({ existingId, takenValue }: Target['fixtures']): readonly Need[] {
  return [
    ['fixtures.existingId', existingId, 'the id of a record, because the target stores nothing'],
    ['fixtures.takenValue', takenValue, 'a value that the unique column already has', 'uniqueConstraintViolation'],
  ];
}

function needsOfStored({ entity, reference }: Target): readonly Need[] {
  if (entity === undefined) return [];
  const needsParent = reference !== undefined && (reference.parent !== entity.name || namesParent(entity.valid));
  if (!needsParent) return [];
  const { parent, parentValid } = reference;
  return [['reference.parentValid', parentValid, `the values of a valid ${parent}`, 'foreignKeyViolation']];
}
