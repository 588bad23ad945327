import { scenarioOf } from '../../contract/index.ts';
import type { Target } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { described, errorIn } from './describe.ts';

/**
 * Says that the read-write key was refused a creation, and how to fix it.
 * @param member the member of the target file that the values come from
 */
export function refusedCreation({ workspace }: Target, creation: Exchange, member: string): string {
  const error = 'response' in creation ? errorIn(creation.response) : undefined;
  const status = 'response' in creation ? creation.response.status : 0;
  const fix = (): string => {
    switch (scenarioOf('createRecord', error?.code, error?.message)) {
      case 'readOnlyKey':
        return 'Put a key that can write into "keys.readWrite" of the target file.';
      case 'workspaceRestricted':
        return `The access mode of the workspace "${workspace}" does not allow writes; name another one in "workspace" of the target file.`;
      case 'validationError':
        return `Correct "${member}" in the target file: it must be a valid record${detailsOf(creation)}.`;
      case 'uniqueConstraintViolation':
        return `A unique column of "${member}" in the target file needs {run}, so that each record has a different value.`;
      case 'foreignKeyViolation':
        return `Correct the reference in "${member}" of the target file: use {parent}, or the id of an existing record.`;
      case 'entityNotFound':
        return `Check the name of the entity for "${member}" in the target file: it is case-sensitive.`;
      default:
        return status === 401 || status === 403
          ? 'The key in "keys.readWrite" of the target file must be able to create records.'
          : `Creating a record must be possible: check "${member}" in the target file, or list createRecord in "absentOperations" if the server does not have it.`;
    }
  };
  return `${described(creation)}. ${fix()}`;
}

function detailsOf(creation: Exchange): string {
  const body = 'response' in creation ? creation.response.body : '';
  const fields = [...body.slice(0, 10_000).matchAll(/"field":\s?"([\w.]{1,60})"/g)].map(([, field]) => field);
  return fields.length === 0 ? '' : `, and the server rejects ${fields.join(', ')}`;
}
