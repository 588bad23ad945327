import { readFileSync } from 'node:fs';

import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [, , port = '0', contract = ''] = process.argv;

// With its own validation, it returns 422 in a different format. Without, it returns the preferred response.
const app = await createMockServer({
  document: JSON.parse(readFileSync(contract, 'utf8')),
  validateRequest: false,
  logger: false,
});
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
