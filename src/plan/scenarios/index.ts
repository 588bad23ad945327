import type { ScenarioName } from '../../contract/index.ts';
import type { Provocation } from '../provocation.ts';
import { badRequest } from './badRequest.ts';
import { entityNotFound } from './entityNotFound.ts';
import { expiredApiKey } from './expiredApiKey.ts';
import { foreignKeyViolation } from './foreignKeyViolation.ts';
import { internalError } from './internalError.ts';
import { invalidApiKey } from './invalidApiKey.ts';
import { readOnlyKey } from './readOnlyKey.ts';
import { recordNotFound } from './recordNotFound.ts';
import { recordReferenced } from './recordReferenced.ts';
import { routeNotFound } from './routeNotFound.ts';
import { uniqueConstraintViolation } from './uniqueConstraintViolation.ts';
import { validationError } from './validationError.ts';
import { workspaceRestricted } from './workspaceRestricted.ts';
import { wrongWorkspace } from './wrongWorkspace.ts';

/** How each scenario of the contract is provoked. If a scenario has no file here, this does not compile. */
export const provocations: { readonly [Name in ScenarioName]: Provocation<Name> } = {
  invalidApiKey,
  expiredApiKey,
  wrongWorkspace,
  readOnlyKey,
  workspaceRestricted,
  entityNotFound,
  recordNotFound,
  badRequest,
  uniqueConstraintViolation,
  foreignKeyViolation,
  validationError,
  internalError,
  recordReferenced,
  routeNotFound,
};
