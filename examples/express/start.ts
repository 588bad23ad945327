import { contractMiddleware } from '../../src/plugins/index.ts';
import { createApp } from './app.ts';

const contract = contractMiddleware({ onUnexpected: (error) => console.error(error) });
const port = Number(process.env.PORT ?? 4022);
const server = createApp(contract).listen(port, '127.0.0.1', () => {
  console.log(`The shop answers at http://127.0.0.1:${port}/api/v1; Ctrl-C stops it.`);
});
contract.guard(server);
