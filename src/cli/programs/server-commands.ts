import type { Entry } from './run-program.ts';
import { summaries } from './summaries.ts';

/** The commands of the package `workspace-api-server`. */
export const serverCommands = {
  serve: { summary: summaries.serve, load: async () => (await import('../commands/serve/serve.ts')).serve },
  admin: { summary: summaries.admin, load: async () => (await import('../commands/admin/admin.ts')).admin },
} satisfies Readonly<Record<string, Entry>>;
