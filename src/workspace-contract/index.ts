export { columnSchema } from './column-schema.ts';
export { definitionAnswers, workspaceAnswers } from './documented-answers.ts';
export { exampleRecords } from './example-records.ts';
export { workspaceDocument } from './workspace-document.ts';
