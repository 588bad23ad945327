import { createApp } from './app.ts';

const app = createApp();
const url = await app.listen({ port: Number(process.env.PORT ?? 4021) });
console.log(`The shop is running at ${url}/api/v1 (press Ctrl-C to stop it).`);
