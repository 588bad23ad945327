/** One error of a schema validator, in the format of Ajv. */
export interface SchemaError {
  /** The position of the value, as a JSON Pointer (RFC 6901). */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
}

/** Returns the field of an error, with nested names joined by dots. Empty if the error is about the whole value. */
export function fieldOf({ instancePath, params }: SchemaError): string {
  const names = instancePath.split('/').slice(1).map(unescaped);
  const { missingProperty, additionalProperty, unevaluatedProperty } = params;
  const member = [missingProperty, additionalProperty, unevaluatedProperty].find((name) => typeof name === 'string');
  return [...names, ...(member === undefined ? [] : [member])].join('.');
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
