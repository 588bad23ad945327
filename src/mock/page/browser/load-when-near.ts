/**
 * Loads frames when a reader comes near them: what they load is large, and a browser that is busy with it would keep the board
 * waiting.
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
