/** Runs in the page: returns the text with less contrast than WCAG 2.2 requires (1.4.3, level AA). */
export function textsOfLittleContrast(): readonly string[] {
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? backgroundOf(element.parentElement) : backgroundColor;
  };
  return [...document.body.querySelectorAll('*')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .flatMap((element) => {
      const [one, other] = [getComputedStyle(element).color, backgroundOf(element)].map(luminance);
      const [dark = 0, light = 0] = [one ?? 0, other ?? 0].toSorted((least, most) => least - most);
      const ratio = (light + 0.05) / (dark + 0.05);
      return ratio >= 4.5 ? [] : [`${ratio.toFixed(2)} ${element.className}: ${element.textContent}`];
    });
}
