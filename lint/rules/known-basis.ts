import type { Oas3Rule } from '@redocly/openapi-core';

import { BASES, isBasis } from '../document/basis.ts';

/** Every `x-basis` is a word that the verifier knows: it decides whether a deviation is a finding or a note. */
export const knownBasis: Oas3Rule = () => ({
  SpecExtension(value, { key, report }) {
    if (key !== 'x-basis' || isBasis(value)) return;
    report({ message: `\`x-basis\` must be one of ${BASES}. Leave it out where it is seed.` });
  },
});
