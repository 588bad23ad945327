export { icon } from './icon.ts';
export { Markup, markup, markupOf, trusted } from './markup.ts';
export { palette } from './palette.ts';
