// Which requests the contract accepts, as a plain module: browsers load it without the contract's prose and schemas.
export type { Validator } from '../../../generated/validators.js';
export { requestValidators } from '../../../generated/request-validators.js';
