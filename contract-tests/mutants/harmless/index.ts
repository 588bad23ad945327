import { behaviour } from './behaviour.ts';
import { bodies } from './bodies.ts';
import { framing } from './framing.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Every implementation that only looks broken, by what is its own. */
export const harmlessGroups = { framing, bodies, behaviour } satisfies Record<string, readonly HarmlessVariant[]>;

/** Every implementation that only looks broken. */
export const harmless: readonly HarmlessVariant[] = Object.values(harmlessGroups).flat();
