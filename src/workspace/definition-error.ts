/** A definition that can not be used. Its message names the place, as a JSON Pointer (RFC 6901), and says what to change. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(`definition${path === '' ? '' : ` at ${path}`}: ${message}`);
    this.path = path;
  }
}
