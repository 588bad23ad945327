import { createServer } from 'node:http';

import { contractMiddleware } from '../../src/plugins/index.ts';
import { createApp } from './app.ts';

const contract = contractMiddleware({ onUnexpected: (error) => console.error(error) });
const server = createServer(createApp(contract));
contract.guard(server);
server.listen(Number(process.env.PORT ?? 4022), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  console.log(`The shop is running at http://127.0.0.1:${port}/api/v1 (press Ctrl-C to stop it).`);
});
