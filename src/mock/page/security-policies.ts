/** Nothing but what this origin serves, and no code or style inside of the markup. */
const NOTHING_ELSE = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The Content-Security-Policy of the page. */
export const boardPolicy = `${NOTHING_ELSE}; style-src 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'none'`;

/**
 * The Content-Security-Policy of the reference inside of the page. Its bundle writes style elements as it goes; for anything
 * else it is held as strictly, so that it can call nobody but the mock.
 */
export const referencePolicy = `${NOTHING_ELSE}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'`;
