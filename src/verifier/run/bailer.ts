import type { FailOn } from '../judge/basis.ts';
import { fingerprintOf } from '../judge/case-name.ts';
import { counts } from '../judge/counts.ts';
import type { SentCase } from '../judge/exchange.ts';
import { judge } from '../judge/judge.ts';
import type { KnownLookup } from '../judge/known-findings.ts';
import type { Selection } from './selection.ts';
import { selectsCheck } from './selection.ts';

/** Stops a run at its first finding that is not known, if enabled. */
export function bailer(
  isEnabled: boolean,
  {
    failOn,
    selection,
    lookUp,
  }: { readonly failOn: FailOn; readonly selection: Selection; readonly lookUp: KnownLookup },
): { readonly signal: AbortSignal; readonly look: (sent: SentCase) => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    look: (sent) => {
      if (!isEnabled) return;
      const fails = judge(sent).some(
        ({ check, basis, field, message }) =>
          counts({ basis, exchange: sent.exchange, expected: sent.planned.expected.status }, failOn) &&
          selectsCheck(selection, check) &&
          lookUp({ fingerprint: fingerprintOf(check, sent.planned, field), field, message }) === undefined,
      );
      if (fails) controller.abort();
    },
  };
}
