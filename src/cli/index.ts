export { demoTarget } from './demo-target.ts';
export { mockTarget } from './mock-target.ts';
