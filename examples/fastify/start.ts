import { createApp } from './app.ts';

const app = createApp();
const url = await app.listen({ port: Number(process.env.PORT ?? 4021) });
console.log(`The shop answers at ${url}/api/v1; Ctrl-C stops it.`);
