export type { PreflightResult } from './preflight.ts';
export { preflight } from './preflight.ts';
