// The public API of `workspace-api-plugins/fastify`.
export { fail, ScenarioFailure, toEnvelope, toErrorObject } from '../../contract/index.ts';
export { validationFailure } from '../validation/validation-failure.ts';
export { contractOptions } from './contract-options.ts';
export type { ContractPluginOptions } from './contract-plugin.ts';
export { contractPlugin } from './contract-plugin.ts';
