export { default as contractLines } from '../../../generated/contract-lines.json' with { type: 'json' };
export { default as document } from '../../../generated/openapi.json' with { type: 'json' };
export type { SchemaViolation } from '../../../generated/validators.js';
export { validators } from '../../../generated/validators.js';
