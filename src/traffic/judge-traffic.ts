import { contract, readEnvelope } from '../contract/index.ts';
import { isNormative, parseBody } from '../judge/index.ts';
import type { AnswerBreach } from './answer-breach.ts';
import type { JudgedAnswer } from './judge-answer.ts';
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
 * Judges exchanges in the order in which they were recorded. Some verdicts depend on other exchanges: whether an address is one of the
 * API at all, whether the recording has keys, and whether a workspace exists. These exchanges are kept back until another one settles
 * that, or the recording ends.
 */
export class TrafficJudge {
  readonly #options: JudgeOptions;
  readonly #settle: (settled: SettledExchange) => void;
  /** Workspaces that exist. */
  readonly #places: Set<string>;
  /** Places whose responses are like those of the API. Without a base URL, other APIs may have paths of the same form. */
  readonly #ofTheApi: Set<string>;
  #hasKeys = false;
  #pending: Pending[] = [];

  /** @param settle receives each exchange with its verdict */
  constructor(options: JudgeOptions, settle: (settled: SettledExchange) => void) {
    const places = (options.knowledge ?? noKnowledge).places.map(placeOf);
    this.#options = options;
    this.#settle = settle;
    this.#places = new Set(places);
    this.#ofTheApi = new Set(places);
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
    if (isLikeTheApi(judged)) {
      this.#ofTheApi.add(placeOf(call.parameters));
      if (judged.scenario === 'success') this.#places.add(placeOf(call.parameters));
    }
    const pending = { recorded, judged, call };
    if (this.#isDoubtful(pending)) this.#keepBack(pending);
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
    if (this.#isForeign(judged, call)) {
      this.#settle({ recorded, skipped: 'unlikeTheApi' });
      return;
    }
    const breaches = judged.breaches.flatMap((breach): readonly AnswerBreach[] => {
      if (!this.#isDoubt(breach, call)) return [breach];
      return breach.unless === 'keysNotRecorded' ? [] : [{ ...breach, basis: 'ours' }];
    });
    this.#settle({ recorded, judged: { ...judged, breaches } });
  }

  #isDoubtful({ judged, call }: Pending): boolean {
    return this.#isForeign(judged, call) || judged.breaches.some((breach) => this.#isDoubt(breach, call));
  }

  #isForeign(judged: JudgedAnswer, { parameters }: Call): boolean {
    return this.#options.baseUrl === undefined && isWrong(judged) && !this.#ofTheApi.has(placeOf(parameters));
  }

  #isDoubt({ unless }: AnswerBreach, { parameters }: Call): boolean {
    if (unless === undefined) return false;
    return unless === 'keysNotRecorded' ? !this.#hasKeys : !this.#places.has(placeOf(parameters));
  }
}

/** Whether a response has a violation that is more than a note. */
function isWrong({ breaches }: JudgedAnswer): boolean {
  return breaches.some(({ basis }) => isNormative(basis));
}

/** Whether a response is like one of the API, wrong or not: it has a code of the contract, or a body as the operation documents it. */
function isLikeTheApi({ scenario, exchange: { response }, breaches }: JudgedAnswer): boolean {
  const code = readEnvelope(parseBody(response.body))?.code;
  if (contract.pairs.some((pair) => pair.code === code)) return true;
  return scenario === 'success' && response.body !== '' && !breaches.some(({ check }) => check === 'body');
}

function placeOf({ organization = '', workspace = '' }: Call['parameters']): string {
  return `${organization}/${workspace}`;
}
