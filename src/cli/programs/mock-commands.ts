import type { Entry } from './run-program.ts';
import { summaries } from './summaries.ts';

/** The commands of the package `workspace-api-mock`. */
export const mockCommands = {
  mock: { summary: summaries.mock, load: async () => (await import('../commands/mock/mock.ts')).mock },
} satisfies Readonly<Record<string, Entry>>;
