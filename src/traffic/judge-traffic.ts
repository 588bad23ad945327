import type { AnswerBreach, JudgedAnswer } from './judge-answer.ts';
import type { ExchangeVerdict, JudgeOptions } from './judge-exchange.ts';
import { judgeExchange } from './judge-exchange.ts';
import { noKnowledge } from './knowledge/knowledge.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import type { Call } from './recognize/find-call.ts';

/** An exchange with a verdict that other exchanges no longer change. */
export type SettledExchange =
  | { readonly recorded: RecordedExchange; readonly judged: JudgedAnswer }
  | (Extract<ExchangeVerdict, { readonly skipped: unknown }> & { readonly recorded: RecordedExchange });

interface Pending {
  readonly recorded: RecordedExchange;
  readonly judged: JudgedAnswer;
  readonly call: Call;
}

/** How many exchanges with a doubt to keep until the doubt is settled. */
const MOST_PENDING = 1_000;

/**
 * Judges exchanges in the order in which they were recorded. Some violations depend on other exchanges: whether the recording has
 * keys, and whether a workspace exists. These exchanges are kept back until another one settles that, or the recording ends.
 */
export class TrafficJudge {
  readonly #options: JudgeOptions;
  readonly #settle: (settled: SettledExchange) => void;
  readonly #places: Set<string>;
  #hasKeys = false;
  #pending: Pending[] = [];

  /** @param settle receives each exchange with its verdict */
  constructor(options: JudgeOptions, settle: (settled: SettledExchange) => void) {
    this.#options = options;
    this.#settle = settle;
    this.#places = new Set((options.knowledge ?? noKnowledge).places.map(placeOf));
  }

  /** Judges one exchange. */
  judge(recorded: RecordedExchange): void {
    const verdict = judgeExchange(recorded, this.#options);
    if ('skipped' in verdict) {
      this.#settle({ recorded, skipped: verdict.skipped });
      return;
    }
    const { judged, call } = verdict;
    const { header } = (this.#options.knowledge ?? noKnowledge).authentication;
    if (recorded.request.headers[header] !== undefined) this.#hasKeys = true;
    if (judged.scenario === 'success') this.#places.add(placeOf(call.parameters));
    if (judged.breaches.some((breach) => this.#isDoubtful(breach, call))) this.#keepBack({ recorded, judged, call });
    else this.#settle({ recorded, judged });
  }

  /** Settles what was kept back. Call it once, after the last exchange. */
  end(): void {
    for (const each of this.#pending) this.#settleNow(each);
    this.#pending = [];
  }

  #keepBack(pending: Pending): void {
    if (this.#pending.length === MOST_PENDING) {
      const [first, ...others] = this.#pending;
      if (first !== undefined) this.#settleNow(first);
      this.#pending = others;
    }
    this.#pending.push(pending);
  }

  #settleNow({ recorded, judged, call }: Pending): void {
    const breaches = judged.breaches.flatMap((breach): readonly AnswerBreach[] => {
      if (!this.#isDoubtful(breach, call)) return [breach];
      return breach.unless === 'keysNotRecorded' ? [] : [{ ...breach, basis: 'ours' }];
    });
    this.#settle({ recorded, judged: { ...judged, breaches } });
  }

  #isDoubtful({ unless }: AnswerBreach, { parameters }: Call): boolean {
    if (unless === undefined) return false;
    return unless === 'keysNotRecorded' ? !this.#hasKeys : !this.#places.has(placeOf(parameters));
  }
}

function placeOf({ organization = '', workspace = '' }: Call['parameters']): string {
  return `${organization}/${workspace}`;
}
