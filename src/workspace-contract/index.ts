export { columnSchema } from './column-schema.ts';
export { definitionAnswers, workspaceAnswers } from './documented-answers.ts';
export { exampleRecords } from './example-records.ts';
export { patternSamples } from './pattern-samples.ts';
export { workspaceDocument } from './workspace-document.ts';
