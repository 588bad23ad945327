/** How long an answer may be, in bytes: no answer of the contract comes near. */
export const LARGEST_BODY = 4 * 1024 * 1024;

/** What is told of a longer one. */
export const TOO_LONG = `the answer is longer than ${LARGEST_BODY} bytes`;
