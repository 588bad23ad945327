import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';

/** Makes content that is too wide for the screen scrollable, by mouse and by keyboard. */
export function scrollable(label: string, content: Markup): Markup {
  return markup`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${content}</div>\n`;
}
