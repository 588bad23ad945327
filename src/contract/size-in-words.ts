/** Formats a number of bytes: `1 MiB`, `20 KiB`, `1000 bytes`. */
export function sizeInWords(bytes: number): string {
  const units = [
    ['MiB', 1024 ** 2],
    ['KiB', 1024],
  ] as const;
  const [unit, size] = units.find(([, each]) => bytes % each === 0) ?? ['bytes', 1];
  return `${bytes / size} ${unit}`;
}
