/**
 * Loads frames when the user scrolls near them. Their content is large, and loading it immediately would slow down the board.
 */
export function loadWhenNear(frames: Iterable<HTMLIFrameElement>): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLIFrameElement)) continue;
        observer.unobserve(target);
        target.src = target.dataset.source ?? '';
      }
    },
    { rootMargin: '25%' },
  );
  for (const frame of frames) observer.observe(frame);
}
