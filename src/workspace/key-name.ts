const KEY_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/;

/** Whether a key may be called so: 1 to 63 letters, digits, underscores, points and hyphens, as `definition.schema.json` says. */
export function isKeyName(text: string): boolean {
  return KEY_NAME.test(text);
}
