/** Whether to write colours to a stream: on a terminal, and never with NO_COLOR (no-color.org). */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment = process.env): boolean {
  return stream.isTTY === true && (environment.NO_COLOR ?? '') === '';
}
