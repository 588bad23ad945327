export { manifest, version } from './manifest.ts';
export { nodeProblem } from './node-problem.ts';
