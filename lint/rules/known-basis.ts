import type { Oas3Rule } from '@redocly/openapi-core';

import { BASES, isBasis } from '../document/basis.ts';

/** Every `x-basis` has a valid value. The verifier uses it to decide whether a deviation is a finding or a note. */
export const knownBasis: Oas3Rule = () => ({
  SpecExtension(value, { key, report }) {
    if (key !== 'x-basis' || isBasis(value)) return;
    report({ message: `\`x-basis\` must be one of ${BASES}. Omit it for seed.` });
  },
});
