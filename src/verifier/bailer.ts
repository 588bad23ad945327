import type { SentCase } from './exchange.ts';
import { judge } from './judge.ts';
import type { FailOn } from './judged-case.ts';
import { counts } from './judged-case.ts';
import type { KnownFinding } from './known-finding.ts';
import { isSame } from './known-findings.ts';
import type { Selection } from './selection.ts';
import { selectsCheck } from './selection.ts';

/** Stops a run at its first finding that is not known, where that is wanted. */
export function bailer(
  wanted: boolean,
  {
    failOn,
    selection,
    known,
  }: { readonly failOn: FailOn; readonly selection: Selection; readonly known: readonly KnownFinding[] },
): { readonly signal: AbortSignal; readonly look: (sent: SentCase) => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    look: (sent) => {
      if (!wanted) return;
      const { operationId, scenario, variant } = sent.planned;
      const fails = judge(sent).some(
        (breach) =>
          counts(breach, failOn) &&
          selectsCheck(selection, breach.check) &&
          !known.some((entry) => isSame(entry, { check: breach.check, operationId, scenario, variant })),
      );
      if (fails) controller.abort();
    },
  };
}
