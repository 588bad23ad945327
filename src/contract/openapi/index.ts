// The contract's document, without the validators of its schemas.
export { default as document } from '../../../generated/openapi.json' with { type: 'json' };
