/** What Ajv, and those who write like it, say of one thing that a schema does not allow. */
export interface SchemaError {
  /** Where it is, as a JSON pointer (RFC 6901). */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
}

/** The field that an error is about, its names joined by dots; empty where it is about the whole. */
export function fieldOf({ instancePath, params }: SchemaError): string {
  const names = instancePath.split('/').slice(1).map(unescaped);
  const { missingProperty, additionalProperty, unevaluatedProperty } = params;
  const member = [missingProperty, additionalProperty, unevaluatedProperty].find((name) => typeof name === 'string');
  return [...names, ...(member === undefined ? [] : [member])].join('.');
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
