const KEY_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/;

/** Whether a string is a valid name for an API key: 1 to 63 letters, digits, underscores, dots and hyphens (`definition.schema.json`). */
export function isKeyName(text: string): boolean {
  return KEY_NAME.test(text);
}
