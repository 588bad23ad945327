// For the examples: exports the same as the entry points that applications import.
export * from './express/index.ts';
export * from './fastify/index.ts';
