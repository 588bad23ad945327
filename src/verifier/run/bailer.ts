import type { FailOn, SentCase, KnownLookup } from '../../judge/index.ts';
import { fingerprintOf, counts, judge } from '../../judge/index.ts';
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
