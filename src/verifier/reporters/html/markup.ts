import { markupOf } from '../../../html/index.ts';
import { visible } from '../text/visible.ts';

export type { Markup } from '../../../html/index.ts';
export { trusted } from '../../../html/index.ts';

/** Writes markup; an answer of a target can neither be markup of the report nor hide anything in it. */
export const markup = markupOf(visible);
