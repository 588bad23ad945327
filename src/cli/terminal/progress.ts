const SHOWN_AFTER_MS = 500;

/** A line on a terminal's standard error that tells how far a run is; nothing where standard error is no terminal. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show: (text: string) => void;
  clear: () => void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const start = performance.now();
  let shown = false;
  return {
    show: (text) => {
      if (performance.now() - start < SHOWN_AFTER_MS) return;
      stream.write(`\r\u001b[2K${text}`);
      shown = true;
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[2K');
    },
  };
}
