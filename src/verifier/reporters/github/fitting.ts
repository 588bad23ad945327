import { counted } from '../text/words.ts';

/** Returns as many blocks as fit, and a line that counts the others. */
export function fitting(blocks: readonly string[], mostBytes: number): readonly string[] {
  let bytes = 0;
  const shown = blocks.filter((block) => (bytes += Buffer.byteLength(block)) <= mostBytes);
  const rest = blocks.length - shown.length;
  return rest === 0
    ? shown
    : [...shown, `… and ${counted(rest, 'more block')}. The reports of --html and --json contain them all.`];
}
