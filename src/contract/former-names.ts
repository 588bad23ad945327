import type { OperationKey } from './contract.ts';
import { contract } from './contract.ts';

// What was exported before `contract` was one object. Goes when the last import of it is gone.
export type Place = OperationKey;
export const { operationIds, scenarioNames, operationKeys: places } = contract;
