export { demoTarget } from '../workspace/index.ts';
