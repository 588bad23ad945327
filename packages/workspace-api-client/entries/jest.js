import { expect } from '@jest/globals';

import { matchers } from '../../../src/matchers/index.ts';

expect.extend(matchers);
