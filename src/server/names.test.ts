import { describe } from '@jest/globals';

import { nameFacts } from './testing/name-facts.ts';
import { startTestServer } from './testing/test-server.ts';

describe('every name that a definition accepts, in SQLite,', () => {
  nameFacts((definition) => startTestServer({ definition }));
});
