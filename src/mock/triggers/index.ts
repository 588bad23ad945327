// How each failure is triggered on the mock. A second door, for code that explains the mock and must not load Prism.
export { defaultUrl } from './default-url.ts';
export { demoCases } from './demo-cases.ts';
export { entityTriggers } from './entity-triggers.ts';
export { mockTarget } from './mock-target.ts';
export type { TriggerRow } from './trigger-table.ts';
export { triggerTable } from './trigger-table.ts';
export { triggers } from '../../mock-core/index.ts';
