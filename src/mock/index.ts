export type { Log } from './http/request-listener.ts';
export type { Mock, MockOptions } from './start-mock.ts';
export { mockTarget } from './mock-target.ts';
export { startMock } from './start-mock.ts';
export type { TriggerRow } from './trigger-table.ts';
export { triggerTable } from './trigger-table.ts';
export { triggers } from './triggers.ts';
