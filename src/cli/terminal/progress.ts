const SHOWN_AFTER_MS = 500;

/** Returns a progress line on standard error. It shows nothing if standard error is not a terminal. */
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
