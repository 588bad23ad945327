import type { Repeat } from '../../plan/index.ts';
import { factsOf, fingerprintOf, nameOf, clauseOf } from '../../judge/index.ts';
import type { JudgedBreach } from '../../judge/index.ts';
import type { JudgedCase } from '../run/judge-run.ts';
import type { Finding } from './report.ts';

/**
 * Turns violations into findings. A violation that several senders produced becomes one finding, with the first sender's request
 * and response.
 */
export function findingsOf(judged: readonly JudgedCase[], repeat: Repeat): readonly Finding[] {
  const found = judged.flatMap((each) =>
    each.breaches.map((breach, index) => ({
      key: keyOf(each, breach, index),
      finding: toFinding(each, breach, repeat),
    })),
  );
  return [...Map.groupBy(found, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first.finding, senders: [first, ...others].flatMap(({ finding }) => finding.senders) }],
  );
}

/** Returns a key that is the same for every sender. Messages may differ, because senders send different values. */
function keyOf({ planned, breaches }: JudgedCase, breach: JudgedBreach, index: number): string {
  const nameIn = ({ check, field }: JudgedBreach): string => fingerprintOf(check, planned, field);
  const ordinal = breaches.slice(0, index).filter((each) => nameIn(each) === nameIn(breach)).length;
  return `${nameIn(breach)} ${ordinal}`;
}

function toFinding({ planned, exchange, sender }: JudgedCase, breach: JudgedBreach, repeat: Repeat): Finding {
  return {
    check: breach.check,
    ...nameOf(planned),
    basis: breach.basis,
    senders: [sender],
    message: breach.message,
    fingerprint: fingerprintOf(breach.check, planned, breach.field),
    ...factsOf(breach),
    contract: breach.rule ?? clauseOf(planned),
    request: planned.request,
    ...('response' in exchange ? { response: exchange.response } : {}),
    curl: repeat(planned.request),
  };
}
