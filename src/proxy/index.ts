export type { ProxyOptions, RunningProxy } from './start-proxy.ts';
export { startProxy } from './start-proxy.ts';
