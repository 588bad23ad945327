/** What a workspace lets be done with it; an admin sets it. */
export type AccessMode = 'ACTIVE' | 'SCHEMA_LOCKED' | 'READ_ONLY' | 'DESIGN' | 'MAINTENANCE';

const WRITABLE: Readonly<Record<AccessMode, boolean>> = {
  ACTIVE: true,
  SCHEMA_LOCKED: true,
  READ_ONLY: false,
  DESIGN: false,
  MAINTENANCE: false,
};

/** Every mode there is. */
export const accessModes: readonly string[] = Object.keys(WRITABLE);

/** Whether a text is a mode. */
export function isAccessMode(text: string): text is AccessMode {
  return Object.hasOwn(WRITABLE, text);
}

/** Whether records may be written in a mode. They may be read in every one. */
export function allowsWrites(mode: AccessMode): boolean {
  return WRITABLE[mode];
}

/** What messages call a mode: `read-only` for `READ_ONLY`. */
export function modeName(mode: AccessMode): string {
  return mode.toLowerCase().replaceAll('_', '-');
}
