// The door for code that runs in browsers too. A column with a `PATTERN` then needs an example, unless the main door is loaded as well.
export { columnSchema } from '../column-schema.ts';
export { definitionAnswers, workspaceAnswers } from '../documented-answers.ts';
export { exampleRecords } from '../example-records.ts';
export { workspaceDocument } from '../workspace-document.ts';
