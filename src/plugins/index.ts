export { fail, ScenarioFailure, toEnvelope, toErrorObject } from '../contract/index.ts';
export type { ContractMiddleware, ContractMiddlewareOptions } from './express/contract-middleware.ts';
export { contractMiddleware } from './express/contract-middleware.ts';
export { contractOptions } from './fastify/contract-options.ts';
export type { ContractPluginOptions } from './fastify/contract-plugin.ts';
export { contractPlugin } from './fastify/contract-plugin.ts';
export { validationFailure } from './validation/validation-failure.ts';
