// For the examples: re-exports everything from the entry points that applications import.
export * from './express/index.ts';
export * from './fastify/index.ts';
