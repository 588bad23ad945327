import { expect } from 'vitest';

import { matchers } from '../../../src/matchers/index.ts';

// In a workspace with several versions of Vitest, the one that runs the tests may not be the one that this package finds.
for (const each of new Set([expect, globalThis.expect])) each?.extend(matchers);
