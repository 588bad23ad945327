const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;
const RESERVED = /^([iI][dD]|constructor|__proto__|tableoid|[xc](min|max)|ctid)$/;

/** Whether a string is a valid name for a column (`definition.schema.json`). */
export function isColumnName(text: string): boolean {
  return isDefinedName(text) && !RESERVED.test(text);
}

/** Whether a string is a valid name for an entity or a table (`definition.schema.json`). */
export function isDefinedName(text: string): boolean {
  return NAME.test(text);
}
