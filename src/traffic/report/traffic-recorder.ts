import type { ScenarioName } from '../../contract/index.ts';
import { contract } from '../../contract/index.ts';
import { CoverageCounter } from '../../coverage/index.ts';
import { factsOf, isNormative, keptBody, patternOf } from '../../judge/index.ts';
import { isCredentialName } from '../../masking/index.ts';
import type { AnswerBreach } from '../answer-breach.ts';
import type { JudgedAnswer } from '../judge-answer.ts';
import type { SettledExchange } from '../judge-traffic.ts';
import type { SkipReason } from '../recognize/skip-reason.ts';
import type { RecordedExchange } from '../recorded-exchange.ts';
import type { BaseUrlOption } from './hints.ts';
import { hintsFor } from './hints.ts';
import { Sightings } from './sightings.ts';
import type { SeenAnswer, ShownExchange, SourceReport, TrafficFinding, TrafficReport } from './traffic-report.ts';

/** Hides keys in whatever is written. It may know more keys at the end than when an exchange was added. */
export type Mask = <Value>(value: Value) => Value;

/** How many problems of one recording to list. */
const MOST_PROBLEMS = 5;

interface Answers {
  readonly sightings: Sightings;
  readonly of: Omit<SeenAnswer, 'count' | 'firstSeen' | 'lastSeen' | 'wrong'>;
  wrong: number;
}

interface Findings {
  readonly sightings: Sightings;
  readonly of: Omit<TrafficFinding, 'count' | 'firstSeen' | 'lastSeen'>;
}

/** Collects what exchanges show, in memory that depends on the number of different responses and violations, not of exchanges. */
export class TrafficRecorder {
  readonly #mask: Mask;
  readonly #base: BaseUrlOption | undefined;
  readonly #coverage = new CoverageCounter();
  readonly #skipped = new Map<SkipReason, { count: number; readonly example: string }>();
  readonly #answers = new Map<string, Answers>();
  readonly #findings = new Map<string, Findings>();
  readonly #sources: { name: string; exchanges: number; problems: string[]; moreProblems: number }[] = [];
  #exchanges = 0;
  #judged = 0;
  #hasKeys = false;

  /** @param base what says where the API is, if anything does */
  constructor(mask: Mask, base?: BaseUrlOption) {
    this.#mask = mask;
    this.#base = base;
  }

  /** Starts the next recording. */
  source(name: string): void {
    this.#sources.push({ name, exchanges: 0, problems: [], moreProblems: 0 });
  }

  /** Counts an exchange of the current recording. */
  exchange(): void {
    const source = this.#sources.at(-1);
    if (source !== undefined) source.exchanges += 1;
  }

  /** Adds what could not be read of the current recording. */
  problem(text: string): void {
    const source = this.#sources.at(-1);
    if (source === undefined) return;
    if (source.problems.length < MOST_PROBLEMS) source.problems.push(text);
    else source.moreProblems += 1;
  }

  /**
   * Adds an exchange with its verdict.
   * @returns the violations that were not seen before
   */
  add(settled: SettledExchange): readonly TrafficFinding[] {
    this.#exchanges += 1;
    if ('skipped' in settled) {
      const { method, url } = settled.recorded.request;
      const skipped = this.#skipped.get(settled.skipped) ?? { count: 0, example: this.#mask(`${method} ${url}`) };
      skipped.count += 1;
      this.#skipped.set(settled.skipped, skipped);
      return [];
    }
    this.#judged += 1;
    this.#hasKeys ||= Object.keys(settled.recorded.request.headers).some(isCredentialName);
    const { recorded, judged } = settled;
    const isWrong = judged.breaches.some(({ basis }) => isNormative(basis));
    if (judged.scenario !== undefined && judged.scenario !== 'success')
      this.#coverage.count(judged.operation, judged.scenario, !isWrong);
    this.#addAnswer(settled.recorded, judged, isWrong);
    return judged.breaches.flatMap((breach) => this.#addBreach(recorded, judged, breach));
  }

  /** Returns what was seen so far. */
  report(): TrafficReport {
    // An example may have a key that only a later exchange showed to be one.
    const { sources, seen, findings, notes, skipped, ...others } = this.#report();
    const masked = this.#mask({ sources, seen, findings, notes, skipped });
    return { ...others, ...masked, hints: hintsFor({ ...others, ...masked }, this.#hasKeys, this.#base) };
  }

  #report(): Omit<TrafficReport, 'hints'> {
    const findings = [...this.#findings.values()].map(({ of, sightings }) => ({ ...of, ...sightings.between }));
    const normative = findings.filter(({ basis }) => isNormative(basis));
    const notes = findings.filter(({ basis }) => !isNormative(basis));
    return {
      sources: this.#sources.map((source): SourceReport => ({ ...source })),
      summary: {
        ok: this.#judged > 0 && normative.length === 0,
        exchanges: this.#exchanges,
        judged: this.#judged,
        findings: normative.length,
        notes: notes.length,
      },
      skipped: Object.fromEntries(this.#skipped),
      seen: [...this.#answers.values()]
        .map(({ of, sightings, wrong }) => ({ ...of, ...sightings.between, wrong }))
        .toSorted((one, other) => placeOf(one) - placeOf(other)),
      findings: normative,
      notes,
      coverage: this.#coverage.coverage(),
    };
  }

  #addAnswer(
    recorded: RecordedExchange,
    { operation, scenario, exchange, planned }: JudgedAnswer,
    isWrong: boolean,
  ): void {
    const { status } = exchange.response;
    const key = `${operation} ${scenario ?? status}`;
    const known = this.#answers.get(key);
    const answers = known ?? {
      sightings: new Sightings(),
      of: {
        operation,
        scenario: scenario ?? null,
        example: this.#mask({ method: planned.request.method, path: planned.request.path, status }),
      },
      wrong: 0,
    };
    answers.sightings.add(recorded.startedAt);
    if (isWrong) answers.wrong += 1;
    this.#answers.set(key, answers);
  }

  /** Returns the key of a violation: violations with the same fingerprint differ if their messages do, apart from values. */
  #keyOf({ basis, message, expected, received }: AnswerBreach, fingerprint: string): string {
    const statuses = [expected.status, received?.status].filter((status) => status !== undefined);
    const prefix = `${basis} ${fingerprint} `;
    const key = prefix + patternOf(message.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"*"'), { statuses, volatile: [] });
    if (this.#findings.has(key)) return key;
    const alike = [...this.#findings.keys()].filter((each) => each.startsWith(prefix));
    return alike.length < MOST_ALIKE ? key : (alike[0] ?? key);
  }

  #addBreach(recorded: RecordedExchange, judged: JudgedAnswer, breach: AnswerBreach): readonly TrafficFinding[] {
    const scenario: ScenarioName | 'success' | undefined = breach.instead ?? judged.scenario ?? undefined;
    const { operation, planned } = judged;
    const seen = scenario ?? (planned.scenario === 'success' ? 'success' : 'undocumented');
    const name = `${breach.check}:${operation}.${seen}.${planned.variant}`;
    const fingerprint = breach.field === undefined ? name : `${name}:${breach.field}`;
    const key = this.#keyOf(breach, fingerprint);
    const known = this.#findings.get(key);
    known?.sightings.add(recorded.startedAt);
    if (known !== undefined) return [];
    const sightings = new Sightings();
    sightings.add(recorded.startedAt);
    const of = {
      check: breach.check,
      operation,
      scenario: scenario ?? null,
      basis: breach.basis,
      ...this.#mask({
        message: breach.message,
        fingerprint,
        ...factsOf(breach),
        contract: breach.contract,
        example: shown(recorded, planned.request.path),
      }),
    };
    this.#findings.set(key, { sightings, of });
    return [{ ...of, ...sightings.between }];
  }
}

/** How many different violations with the same fingerprint to list. */
const MOST_ALIKE = 5;

/** The longest body of a request to show, in characters. */
const LONGEST_SHOWN = 4 * 1024;

function shown({ request, response }: RecordedExchange, path: string): ShownExchange {
  const { body: sent, ...others } = request;
  const { body: received } = response;
  return {
    request: { ...others, url: path, ...(sent === undefined ? {} : { body: sent.slice(0, LONGEST_SHOWN) }) },
    response: {
      status: response.status,
      headers: response.headers,
      ...(received === undefined ? {} : { body: keptBody(response.status, received, received.length).body }),
    },
  };
}

function placeOf({ operation, scenario }: Pick<SeenAnswer, 'operation' | 'scenario'>): number {
  const ofOperation = contract.operationKeys.indexOf(operation) * 100;
  if (scenario === 'success') return ofOperation;
  return ofOperation + (scenario === null ? 99 : 1 + contract.scenarioNames.indexOf(scenario));
}
