import type { Definition } from './definition.ts';
import demo from './demo.json' with { type: 'json' };
import { parseDefinition } from './parse-definition.ts';

/** The demo: `acme-corp` with a workspace in each access mode that matters, and keys that anybody may know. */
export const demoDefinition: Definition = parseDefinition(demo);
