/** There is no contract where the arguments say. The message is one line, and names the argument. */
export class NoContractError extends Error {
  override readonly name = 'NoContractError';
}
