import type { StartReference } from './start-reference.ts';
import type { Entry } from './run-program.ts';
import { summaries } from './summaries.ts';

/** Returns the commands of the package `workspace-api-contract`, which does not contain the reference server. */
export function contractCommands(startReference: StartReference) {
  return {
    explain: { summary: summaries.explain, load: async () => (await import('../commands/explain/explain.ts')).explain },
    openapi: { summary: summaries.openapi, load: async () => (await import('../commands/openapi/openapi.ts')).openapi },
    types: { summary: summaries.types, load: async () => (await import('../commands/types/types.ts')).types },
    draft: { summary: summaries.draft, load: async () => (await import('../commands/draft/draft.ts')).draft },
    verify: {
      summary: summaries.verify,
      load: async () => (await import('../commands/verify/verify.ts')).verify(startReference),
    },
    judge: { summary: summaries.judge, load: async () => (await import('../commands/judge/judge.ts')).judge },
    proxy: { summary: summaries.proxy, load: async () => (await import('../commands/proxy/proxy.ts')).proxy },
    coverage: {
      summary: summaries.coverage,
      load: async () => (await import('../commands/coverage/coverage.ts')).coverage,
    },
  } satisfies Readonly<Record<string, Entry>>;
}
