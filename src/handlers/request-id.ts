/** The header that carries the request id, in requests and in responses. */
export const REQUEST_ID = 'x-request-id';

const USABLE = /^[\w.-]{1,128}$/;

/**
 * Returns the id of a request: the one that it sent, if it is short and plain and has nothing of an API key, and otherwise a new one.
 * The mock's server looks for encoded keys, too; here, the id stays in the process that sent it.
 */
export function requestIdOf({ [REQUEST_ID]: sent = '', authorization = '' }: Readonly<Record<string, string>>): string {
  const isKey = sent.toLowerCase().includes('sk_') || authorization.includes(sent);
  return USABLE.test(sent) && !isKey ? sent : newId();
}

/** A UUID, version 4 (RFC 9562). Simulated pages lack `crypto.randomUUID`, as insecure ones do. */
function newId(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(Math.random() * 16).toString(16));
}
