/** Compares two versions without pre-release, such as 1.9.0 and 1.10.0: negative if the first is older, 0 if they are the same. */
export const compareVersions: (one: string, other: string) => number = new Intl.Collator('en', { numeric: true })
  .compare;
