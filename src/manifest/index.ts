export { manifest } from './manifest.ts';
export { nodeProblem } from './node-problem.ts';
