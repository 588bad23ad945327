// What `workspace-api-contract/express` gives to an application.
export { fail, ScenarioFailure, toEnvelope, toErrorObject } from '../../contract/index.ts';
export { validationFailure } from '../validation/validation-failure.ts';
export type { ContractMiddleware, ContractMiddlewareOptions } from './contract-middleware.ts';
export { contractMiddleware } from './contract-middleware.ts';
