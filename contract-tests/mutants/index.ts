import { bulk } from './bulk.ts';
import { details } from './details.ts';
import { envelope } from './envelope.ts';
import { http } from './http.ts';
import { leaks } from './leaks.ts';
import { messages } from './messages.ts';
import type { Mutant } from './mutant.ts';
import { oddValues } from './odd-values.ts';
import { pairs } from './pairs.ts';
import { permissions } from './permissions.ts';
import { precedence } from './precedence.ts';
import { races } from './races.ts';
import { readBack } from './read-back.ts';
import { successShapes } from './success-shapes.ts';
import { traces } from './traces.ts';

export type { BentRequest } from './bending.ts';
export { harmless } from './harmless/index.ts';
export type { Mutant } from './mutant.ts';
export type { Running } from './proxy.ts';
export { startMutant } from './start-mutant.ts';
export { verifyVariant } from './verify-variant.ts';

const groups = {
  envelope,
  details,
  pairs,
  messages: [...messages, ...leaks],
  permissions: [...permissions, ...precedence],
  'side-effects': [...traces, ...readBack, ...bulk],
  races,
  'odd-values': oddValues,
  'success-shapes': successShapes,
  http,
} satisfies Record<string, readonly Mutant[]>;

/** Every mutant, with the part of the contract that it breaks. */
export const mutants: readonly (Mutant & { readonly group: string })[] = Object.entries(groups).flatMap(
  ([group, members]) => members.map((mutant) => ({ group, ...mutant })),
);
