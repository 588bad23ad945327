export { columnSchema } from './column-schema.ts';
export { workspaceAnswers } from './documented-answers.ts';
export { exampleRecords } from './example-records.ts';
export { workspaceDocument } from './workspace-document.ts';
