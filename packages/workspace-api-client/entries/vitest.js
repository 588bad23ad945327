import { expect } from 'vitest';

import { matchers } from '../../../src/matchers/index.ts';

expect.extend(matchers);
