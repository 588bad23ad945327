import { behaviour } from './behaviour.ts';
import { bodies } from './bodies.ts';
import { framing } from './framing.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Every harmless variant, grouped by how it differs. */
export const harmlessGroups = { framing, bodies, behaviour } satisfies Record<string, readonly HarmlessVariant[]>;

/** Every harmless variant: an implementation that only looks broken. */
export const harmless: readonly HarmlessVariant[] = Object.values(harmlessGroups).flat();
