/** Scrolls to an element that begins below what can be seen, as it does where a screen is too narrow for two columns. */
export function bringIntoSight(element: HTMLElement): void {
  if (element.getBoundingClientRect().top < innerHeight * 0.75) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ behavior: calm ? 'instant' : 'smooth', block: 'start' });
}
