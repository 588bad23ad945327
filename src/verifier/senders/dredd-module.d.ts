/** The parts of Dredd that the sender uses. Dredd ships no types. */
declare module 'dredd' {
  import type { EventEmitter } from 'node:events';
  import type { Agent } from 'node:http';

  export interface Transaction {
    id: string;
    name: string;
    host: string;
    port: string;
    protocol: string;
    fullPath: string;
    skip: boolean;
    request: { method: string; uri: string; headers: Record<string, string>; body: string };
    expected: { statusCode: string; headers: Record<string, string>; bodySchema?: string; body?: string };
    real?: { statusCode: number; headers: Record<string, string | string[]>; body?: string; bodyEncoding?: string };
    origin: Record<string, string>;
    results?: unknown;
    test?: unknown;
  }

  export interface DreddHooks {
    beforeEachHooks: ((transaction: Transaction) => void)[];
    beforeEachValidationHooks: ((transaction: Transaction) => void)[];
  }

  export interface Test {
    title: string;
    message?: string;
  }

  export interface DreddStats {
    tests: number;
  }

  export default class Dredd {
    constructor(configuration: {
      endpoint: string;
      apiDescriptions: { location: string; content: string }[];
      emitter: EventEmitter;
      loglevel: string;
      http: { agent: Agent };
    });
    readonly transactionRunner: {
      executeAllTransactions(transactions: Transaction[], hooks: DreddHooks, done: (error?: Error) => void): void;
    };
    run(done: (error: Error | null | undefined, stats: DreddStats) => void): void;
  }
}

declare module 'dredd/build/reporters/reporterOutputLogger.js' {
  const logger: { default: { transports: { console: { silent: boolean } } } };
  export default logger;
}
