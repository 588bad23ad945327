/**
 * What HTTP itself has for requests that it knows nothing to do with (RFC 9110, section 15; RFC 6585, section 5): a foreign
 * implementation, or its framework, may answer these in place of 400.
 */
const OWN_STATUSES = new Set([405, 406, 408, 413, 414, 415, 417, 426, 431, 501, 505]);

/** Whether HTTP itself has the status for a bad request. */
export function isOwnStatus(status: number): boolean {
  return OWN_STATUSES.has(status);
}
