/** What is known of a thrown value. */
export interface Thrown {
  readonly name?: string | undefined;
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Reads the members of a thrown value, which may be anything: an error of another realm (an iframe, a test sandbox), a string, or
 * an object whose members throw when they are read.
 */
export function readThrown(thrown: unknown): Thrown {
  try {
    // A cast at the boundary: the members are checked below. Reading one of `undefined` or `null` throws.
    const { name, message = thrown, code, cause } = thrown as Readonly<Record<string, unknown>>;
    return { name: text(name), message: text(message), code: text(code), cause };
  } catch {
    return {};
  }
}

/**
 * Returns a thrown value as plain data for `JSON.stringify`. Of objects it takes only the name, the message, the code and the cause:
 * the others may be circular, or contain the request and its API key.
 */
export function plainThrown(thrown: unknown, depth = 5): unknown {
  const { cause, ...members } = readThrown(thrown);
  return members.message === thrown || !depth ? members.message : { ...members, cause: plainThrown(cause, depth - 1) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
