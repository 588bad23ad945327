export * from './portable/index.ts';
export { patternSamples } from './pattern-samples.ts';
