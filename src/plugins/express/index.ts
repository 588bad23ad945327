// The public API of `workspace-api-plugins/express`.
export { fail, ScenarioFailure, toEnvelope, toErrorObject } from '../../contract/index.ts';
export { validationFailure } from '../validation/validation-failure.ts';
export type { ContractMiddleware, ContractMiddlewareOptions } from './contract-middleware.ts';
export { contractMiddleware } from './contract-middleware.ts';
