export type { Mock, MockOptions } from './start-mock.ts';
export { referenceOptions } from './page/browser/reference-options.ts';
export { readReferenceBundle } from './page/reference-bundle.ts';
export { referenceDescription } from './page/reference-description.ts';
export { referenceTheme } from './page/reference-style.ts';
export { startMock } from './start-mock.ts';
export type { TriggerRow } from './triggers/index.ts';
export { defaultUrl, demoCases, mockTarget, triggers, triggerTable } from './triggers/index.ts';
