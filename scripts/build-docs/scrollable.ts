import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';

/** Lets what is too wide for the screen be scrolled by itself, by keyboard too. */
export function scrollable(label: string, content: Markup): Markup {
  return markup`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${content}</div>\n`;
}
