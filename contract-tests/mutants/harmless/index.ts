import { behaviour } from './behaviour.ts';
import { bodies } from './bodies.ts';
import { framing } from './framing.ts';
import type { HarmlessVariant } from './harmless-variant.ts';

/** Every implementation that only looks broken. */
export const harmless: readonly HarmlessVariant[] = [...framing, ...bodies, ...behaviour];
