/** A definition is invalid. The message says where, as a JSON Pointer (RFC 6901), and what to change. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(`definition${path === '' ? '' : ` at ${path}`}: ${message}`);
    this.path = path;
  }
}
