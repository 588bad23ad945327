/** Scrolls to an element that starts below the visible area, as on a screen that is too narrow for two columns. */
export function bringIntoSight(element: HTMLElement): void {
  if (element.getBoundingClientRect().top < innerHeight * 0.75) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ behavior: calm ? 'instant' : 'smooth', block: 'start' });
}
