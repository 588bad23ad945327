import type { FailOn } from '../judge/basis.ts';
import { counts } from '../judge/basis.ts';
import type { SentCase } from '../judge/exchange.ts';
import { judge } from '../judge/judge.ts';
import type { KnownFinding } from '../judge/known-findings.ts';
import { isSame } from '../judge/known-findings.ts';
import type { Selection } from './selection.ts';
import { selectsCheck } from './selection.ts';

/** Stops a run at its first finding that is not known, if enabled. */
export function bailer(
  isEnabled: boolean,
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
      if (!isEnabled) return;
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
