import { markupOf } from '../../../html/index.ts';
import { visible } from '../text/visible.ts';

export type { Markup } from '../../../html/index.ts';
export { trusted } from '../../../html/index.ts';

/** Writes markup. Escapes values, so that a response can neither add markup to the report nor hide anything in it. */
export const markup = markupOf(visible);
