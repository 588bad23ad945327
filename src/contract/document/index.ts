export { document } from '../openapi/index.ts';
export { default as contractLines } from '../../../generated/contract-lines.json' with { type: 'json' };
export type { SchemaViolation } from '../../../generated/validators.js';
export { validators } from '../../../generated/validators.js';
