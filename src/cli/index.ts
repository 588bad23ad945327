export { demoTarget } from './demo-target.ts';
