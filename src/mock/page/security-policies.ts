/** Allows only what this origin serves, and no inline code. */
const NOTHING_ELSE = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The Content-Security-Policy of the page. */
export const boardPolicy = `${NOTHING_ELSE}; style-src 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'none'`;

/**
 * The Content-Security-Policy of the API reference. Its bundle creates style elements, so inline style is allowed. Otherwise it is
 * as strict as the page's, and the reference can only send requests to the mock.
 */
export const referencePolicy = `${NOTHING_ELSE}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'`;
