// What the examples need is what applications get: both packages' entries.
export * from './express/index.ts';
export * from './fastify/index.ts';
