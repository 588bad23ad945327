/** The access mode of a workspace, which an administrator sets. */
export type AccessMode = 'ACTIVE' | 'SCHEMA_LOCKED' | 'READ_ONLY' | 'DESIGN' | 'MAINTENANCE';

const WRITABLE: Readonly<Record<AccessMode, boolean>> = {
  ACTIVE: true,
  SCHEMA_LOCKED: true,
  READ_ONLY: false,
  DESIGN: false,
  MAINTENANCE: false,
};

/** All access modes. */
export const accessModes: readonly string[] = Object.keys(WRITABLE);

/** Whether a string is an access mode. */
export function isAccessMode(text: string): text is AccessMode {
  return Object.hasOwn(WRITABLE, text);
}

/** Whether records can be written in a mode. They can be read in every mode. */
export function allowsWrites(mode: AccessMode): boolean {
  return WRITABLE[mode];
}

/** The name of a mode in messages: `read-only` for `READ_ONLY`. */
export function modeName(mode: AccessMode): string {
  return mode.toLowerCase().replaceAll('_', '-');
}
